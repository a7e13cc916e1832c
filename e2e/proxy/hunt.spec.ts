import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../foyer.ts";
import { encodings, found } from "./encodings.ts";
import { everyAnswer, hunt, onDisk, people } from "./everyAnswer.ts";

/** Secrets must appear in no response, page, log or file. Personal data must appear in no log. */
const secret = (name: string) => `${name}.${randomBytes(24).toString("base64url")}`;
const token = secret("eyJ-token");
const passcode = secret("passcode");
const metricsToken = secret("metrics");
const data = mkdtempSync(join(tmpdir(), "foyer-hunt-"));

test.use({
  proxyEnv: {
    DATA_DIR: data,
    LOG_LEVEL: "trace",
    SANDBOX_KEY: token,
    LOFTY_API_KEY: token,
    LOFTY_BASE_URL: "{sandbox}",
    STAFF_PASSCODE: passcode,
    METRICS_TOKEN: metricsToken,
  },
});
test.afterAll(() => rmSync(data, { recursive: true, force: true }));

test("the search finds each of the nine encodings", () => {
  for (const [name, bytes] of encodings(token))
    expect(found(token, Buffer.concat([Buffer.from("before "), bytes, Buffer.from(" after")]))).toContain(name);
  for (const before of ["", "a", "ab"])
    expect(found(token, Buffer.from(Buffer.from(`${before}${token} and more`).toString("base64")))).not.toEqual([]);
  expect(found(token, Buffer.from(secret("another").repeat(50)))).toEqual([]);
});

test("no secret is in any response, page, log line or file, and no personal data is in a log", async ({
  foyer,
  context,
}) => {
  const answers = await everyAnswer(foyer, passcode, context);
  await foyer.faults({ auth: "refuse" });
  await everyAnswer(foyer, passcode, context);
  await foyer.faults({ auth: "check", fault: "none" });
  await expect.poll(async () => (await foyer.leads()).length, { timeout: 60_000 }).toBeGreaterThan(0);

  const log = [["the log", Buffer.from(foyer.log.join("\n"))]] as const;
  expect(answers.size).toBeGreaterThan(60);
  expect(foyer.log.length).toBeGreaterThan(20);
  const secrets = [token, passcode, metricsToken];
  expect(hunt(secrets, answers)).toEqual([]);
  expect(hunt(secrets, log)).toEqual([]);
  expect(hunt(secrets, onDisk(data))).toEqual([]);

  const canaries = [...Object.values(people), "Quillfeather", "quillfeather"];
  expect(hunt(canaries, log)).toEqual([]);
  const figures = [...answers].filter(([name]) => /^GET \/(metrics|readyz|healthz|api\/(config|today))/.test(name));
  expect(figures.length).toBeGreaterThan(4);
  expect(hunt(canaries, figures)).toEqual([]);
  // Refusals report the path and the rule, not the value.
  const refusals = [...answers].filter(([, bytes]) => /"type":"\/problems\//.test(bytes.toString("latin1")));
  expect(refusals.length).toBeGreaterThan(10);
  expect(hunt([people.email, people.phone, people.note, people.tag], refusals)).toEqual([]);
  // Proves that the search works: staff see accepted leads. In SQLite's files they are encrypted.
  expect(hunt([people.email], answers)).not.toEqual([]);
  expect(hunt(canaries, onDisk(data))).toEqual([]);
  for (const line of foyer.log) expect(() => JSON.parse(line) as unknown).not.toThrow();
});
