import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, type Foyer } from "../foyer.ts";
import { everyAnswer, hunt, onDisk } from "./everyAnswer.ts";

/** OAuth with a sandbox that rotates refresh tokens: each works once. */
const data = mkdtempSync(join(tmpdir(), "foyer-oauth-"));
const passcode = "a passcode of our own";
test.use({
  proxyEnv: {
    DATA_DIR: data,
    LOG_LEVEL: "trace",
    STAFF_PASSCODE: passcode,
    LOFTY_BASE_URL: "{sandbox}",
    LOFTY_OAUTH_TOKEN_URL: "{sandbox}/oauth/token",
    LOFTY_OAUTH_CLIENT_ID: "sandbox-client",
    LOFTY_OAUTH_CLIENT_SECRET: "sandbox-secret",
    LOFTY_OAUTH_REFRESH_TOKEN: "sandbox-refresh",
  },
});
test.afterAll(() => rmSync(data, { recursive: true, force: true }));

async function deliver(foyer: Foyer, firstName: string): Promise<void> {
  const signedIn = await fetch(`${foyer.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ passcode }),
  });
  const cookie = /^[^;]+/.exec(signedIn.headers.get("set-cookie") ?? "")?.[0] ?? "";
  const body = { station: "front-desk", capturedAt: new Date().toISOString(), lead: { firstName } };
  const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID(), cookie };
  const answer = await fetch(`${foyer.url}/api/leads`, { method: "POST", headers, body: JSON.stringify(body) });
  expect([201, 202]).toContain(answer.status);
  const inLofty = async () => (await foyer.leads()).filter(({ stored }) => stored["firstName"] === firstName).length;
  await expect.poll(inLofty, { timeout: 20_000 }).toBe(1);
}

test("tokens are fetched, renewed after a revocation and kept over a restart; no client, log or file contains one", async ({
  foyer,
  context,
}) => {
  await foyer.faults({ refreshTokens: "rotate" });
  await deliver(foyer, "First Sample");
  await fetch(`${foyer.sandboxUrl}/sandbox/tokens`, { method: "DELETE" });
  await deliver(foyer, "Revoked Sample");
  await foyer.restartProxy({ kill: true });
  await fetch(`${foyer.sandboxUrl}/sandbox/tokens`, { method: "DELETE" });
  await deliver(foyer, "Restarted Sample");

  const answers = await everyAnswer(foyer, passcode, context);
  const places = [...answers, ...onDisk(data), ["the log", Buffer.from(foyer.log.join("\n"))] as const];
  expect(hunt(["sandbox-secret", "sandbox-refresh", "sandbox-access", passcode], places)).toEqual([]);
});
