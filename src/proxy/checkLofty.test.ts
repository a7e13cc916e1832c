import { execFile, spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { withoutSettings } from "../tools/children.ts";
import { startProcesses, type Processes } from "./testing/startProcesses.ts";

let rooms: Processes;
beforeAll(async () => {
  rooms = await startProcesses({ store: {}, timeScale: 100 });
});
afterAll(() => rooms.end());

const json = { "content-type": "application/json", accept: "application/json" };
const post = (path: string, body: object) =>
  fetch(rooms.sandboxUrl + path, {
    method: "POST",
    headers: { ...json, authorization: "token sandbox-key" },
    body: JSON.stringify(body),
  });
interface ShownLead {
  readonly stored: { readonly firstName: string };
}
const leads = async () => {
  const answer = await fetch(`${rooms.sandboxUrl}/sandbox/leads`, { headers: json });
  return ((await answer.json()) as { leads: readonly ShownLead[] }).leads;
};
const isSample = ({ stored }: ShownLead) => stored.firstName === "Sample";
const requests = async () => {
  const answer = await fetch(`${rooms.sandboxUrl}/sandbox/requests`);
  return ((await answer.json()) as { requests: { method: string }[] }).requests;
};

/** An account with `people` sample people. */
async function account(people: number, switches: object = {}) {
  await rooms.faults({ reset: true, readLagMs: 0 });
  for (const what of ["leads", "requests"]) await fetch(`${rooms.sandboxUrl}/sandbox/${what}`, { method: "DELETE" });
  for (let i = 0; i < people; i++)
    await post("/v1.0/leads", {
      firstName: "Sample",
      lastName: `Person ${i}`,
      emails: [`sample-${i}@example.com`],
      phones: [`41555501${String(i).padStart(2, "0")}`],
    });
  await fetch(`${rooms.sandboxUrl}/sandbox/requests`, { method: "DELETE" });
  await rooms.faults(switches);
}
afterEach(() => rooms.faults({ reset: true }));

const program = "src/proxy/checkLofty.ts";
const environment = (more: Record<string, string> = {}) => {
  const key = { LOFTY_BASE_URL: rooms.sandboxUrl, LOFTY_API_KEY: "sandbox-key", FOYER_TIME_SCALE: "100" };
  return { ...withoutSettings(), ...key, ...more };
};
const run = (file: string, args: readonly string[], more?: Record<string, string>) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(file, args, { env: environment(more), timeout: 100_000 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), said: stdout + stderr }),
    );
    child.stdin?.end();
  });
const check = (more?: Record<string, string>, ...args: readonly string[]) =>
  run(process.execPath, [program, ...args], more);

test("a valid key: prints one page of results, exits with 0, writes nothing and does not print the key", async () => {
  await account(30);
  const { code, said } = await check();
  expect(said).toMatch(/^Key: of Sample [\w ]+ \(\S+@example\.com\)/m);
  expect(said).toContain("Leads: this key sees 30\n");
  expect(said).toContain("Leads a page: more than 25\n");
  expect(said).toContain("Notes: can be read\n");
  expect(said).toContain("Known people by email: found\n");
  expect(said).toContain("Known people by phone: found\n");
  expect(said).toContain("Stages: 6 (New Leads; Attempted Contact;");
  expect(said).toMatch(/^Rate limit: .*x-ratelimit-limit: 6000/m);
  expect(said).toContain("Foyer can work with this key.");
  expect(said.trim().split("\n").length).toBeLessThan(25);
  expect(said).not.toContain("sandbox-key");
  expect(code).toBe(0);
  const asked = await requests();
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter(({ method }) => method !== "GET")).toEqual([]);
});

test.each([
  ["refused", { auth: "refuse" }, 1, ["Key: refused."]],
  ["of a user who is gone", { auth: "user-gone" }, 1, ["Key: refused."]],
  ["without permission", { auth: "no-scope" }, 1, ["Key: cannot tell (crm-200100)."]],
  [
    "whose filters are ignored",
    { leadFilters: "ignored" },
    1,
    ["! Known people by email: this key cannot recognize them.", "See the lines marked “!”."],
  ],
  ["with 25 leads a page", { leadsPerPage: 25 }, 0, ["Leads a page: 25 at most\n", "Known people by email: found\n"]],
  ["without rate headers", { limitHeaders: "never" }, 0, ["Rate limit: no headers;"]],
  // A minute is 0.6 s here. With ten requests a minute, a busy machine would never exceed the limit.
  ["of three requests a minute", { ratePerMinute: 3 }, 0, ["Lofty asks to wait ", "Foyer can work with this key."]],
  ["that is answered in the specified shapes", { shapes: "spec" }, 0, ["Leads: this key sees 30\n"]],
])("a key %s", async (_, switches, exit, lines) => {
  await account(30, switches);
  const { code, said } = await check();
  for (const line of lines) expect(said).toContain(line);
  expect(said).not.toContain("sandbox-key");
  expect(code, said).toBe(exit);
});

test("an account without leads: cannot tell, and exits with 0", async () => {
  await account(0);
  const { code, said } = await check();
  expect(said).toContain("Known people by email: cannot tell (no lead has an email yet).");
  expect(code).toBe(0);
});

test.each([
  ["no credential", { LOFTY_API_KEY: "", LOFTY_BASE_URL: "" }, "there is no credential to check"],
  ["a key with a space", { LOFTY_API_KEY: "token sandbox-key" }, "has characters no token has"],
  ["nobody listens", { LOFTY_BASE_URL: "http://127.0.0.1:2" }, "Key: cannot tell (unreachable)."],
])("%s: printed in one line, exit code 1", async (_, more, line) => {
  const { code, said } = await check(more);
  expect(said).toContain(line);
  expect(said).not.toContain("    at ");
  expect(code).toBe(1);
});

test("--experiment without a terminal creates nothing", async () => {
  await account(3);
  const { code, said } = await check({}, "--experiment");
  expect(said).toContain("Type it at a terminal");
  expect(code).toBe(1);
  expect(await leads()).toHaveLength(3);
});

/** Runs the experiments in a terminal (util-linux's `script`) and types this at the prompt. */
const atTerminal = (typed: string) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const command = `${process.execPath} ${program} --experiment`;
    const child = spawn("script", ["-qec", command, "/dev/null"], { env: environment() });
    let said = "";
    let isTyped = false;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (isTyped || !said.includes("to go on:")) return;
      isTyped = true;
      child.stdin.write(`${typed}\r`);
    });
    child.once("close", (code) => resolve({ code, said: said.replaceAll("\r\n", "\n") }));
  });

test("--experiment with another confirmation text creates nothing", async () => {
  await account(3);
  const { code, said } = await atTerminal("yes");
  expect(said).toContain("Nothing was created.");
  expect(code).toBe(0);
  expect(await leads()).toHaveLength(3);
});

test("--experiment, confirmed: prints results, writes only leads that are named as tests", async () => {
  await account(3);
  const before = (await leads()).filter(isSample);
  const { code, said } = await atTerminal("create test leads");
  expect(said).toContain("Unit of the 30 of a name: UTF-16 units (15 of 31 wide characters kept)");
  expect(said).toContain("A phone of 21 digits: refused or no answer (crm-20043)");
  expect(said).toContain("A stage of 20 characters, not in the pipeline: refused or no answer (crm-20043)");
  expect(said).toContain("Segment and custom attribute nobody defined: segment kept, attribute kept");
  expect(said).toContain("content on create: becomes a note");
  expect(said).toContain("A second lead with the same email: 1 in the list; answers a number of its own, which cannot");
  expect(said).toContain("A second lead with the same phone alone: 2 in the list; answers a number of its own");
  expect(said).toContain("A second lead with the same name alone: 2 in the list");
  expect(said).not.toContain("sandbox-key");
  expect(code).toBe(0);
  const after = await leads();
  expect(after.filter(isSample)).toEqual(before);
  const others = after.filter((one) => !isSample(one));
  expect(others.length).toBeGreaterThan(6);
  expect(others.filter((one) => one.stored.firstName !== "Foyer test")).toEqual([]);
});
