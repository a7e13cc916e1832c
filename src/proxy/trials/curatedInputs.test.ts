import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { judge } from "#lead/station/judge.ts";
import { stationOf } from "#lead/testing/stationOf.ts";
import { valueAt } from "#lead/valueAt.ts";
import { parseExact } from "#lead/wire.ts";
import { appOver, refusing } from "../testing/appOver.ts";
import { attributes } from "../testing/inputs/attributes.ts";
import type { Case } from "../testing/inputs/case.ts";
import { envelopes } from "../testing/inputs/envelopes.ts";
import { family } from "../testing/inputs/family.ts";
import { hostile } from "../testing/inputs/hostile.ts";
import { lengths } from "../testing/inputs/lengths.ts";
import { numbers } from "../testing/inputs/numbers.ts";
import { reaches } from "../testing/inputs/reaches.ts";
import { realLife } from "../testing/inputs/realLife.ts";
import { types } from "../testing/inputs/types.ts";
import { unicode } from "../testing/inputs/unicode.ts";
import { visitors } from "../testing/inputs/visitors.ts";

/** A thousand inputs with their documented results, against the real app and its database. */
const groups = {
  types,
  lengths,
  unicode,
  reaches,
  numbers,
  realLife,
  family,
  attributes,
  hostile,
  visitors,
  envelopes,
};
let rooms: Awaited<ReturnType<typeof appOver>>;
let accepted = 0;

beforeAll(async () => {
  rooms = await appOver(refusing, { CLIENT_RATE_PER_MINUTE: "0" });
});
afterAll(() => rooms.stop());

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly issues?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

async function answerTo({ at = "front-desk", lead, body = {} }: Case) {
  const id = randomUUID();
  const whole = { station: at, capturedAt: new Date().toISOString(), lead, ...body };
  const answer = await rooms.send("POST", "/api/leads", whole, { "idempotency-key": id });
  const [stored] = await rooms.driver.query("SELECT id, lead FROM submissions WHERE id = $1", [id]);
  return { id, answer, text: await answer.text(), stored: stored && parseExact(String(stored["lead"])) };
}

/** Converts a 64-bit number to its digits and removes our footer from a note, for comparison. */
const plain = (id: string, path: string, value: unknown) =>
  path === "content"
    ? String(value).replace(`\n-- foyer\nref ${id}`, "")
    : path === "assignedUserId"
      ? String(value)
      : value;

async function check(one: Case): Promise<void> {
  const { id, answer, text, stored } = await answerTo(one);
  const refusal = typeof one.expect === "number" || Array.isArray(one.expect);
  if (!refusal) {
    accepted += 1;
    expect([answer.status, text]).toEqual([202, expect.stringContaining(id)]);
    for (const [path, value] of Object.entries(one.expect))
      expect([path, plain(id, path, valueAt(stored, path))]).toEqual([path, value]);
    return;
  }
  const status = typeof one.expect === "number" ? one.expect : 422;
  const problem = JSON.parse(text) as Problem;
  expect([answer.status, problem.status, text]).toEqual([status, status, text]);
  expect([answer.headers.get("content-type"), stored]).toEqual(["application/problem+json", undefined]);
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|Error:/);
  if (typeof one.expect === "number") return;
  const [path, code] = one.expect as readonly string[];
  expect(problem.issues?.map((issue) => [issue.path, issue.code])).toContainEqual([path, code]);
}

test.each(Object.entries(groups))("%s", async (_name, cases) => {
  const wrong: string[] = [];
  const found = (one: Case) => (error: unknown) => wrong.push(`${one.name}\n${(error as Error).message}`);
  await Promise.all(cases.map((one) => check(one).catch(found(one))));
  expect(wrong).toEqual([]);
});

test("browser and proxy validate alike", async () => {
  const desk = stationOf("desk");
  for (const one of Object.values(groups).flat()) {
    if (one.at !== undefined || one.body !== undefined || one.expect === 400 || one.expect === 413) continue;
    const verdict = judge(JSON.parse(JSON.stringify(one.lead)), desk);
    expect([one.name, "lead" in verdict]).toEqual([
      one.name,
      !Array.isArray(one.expect) && typeof one.expect !== "number",
    ]);
  }
});

/** Returns every text that was typed. */
const typed = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(typed)
      : [];

test("the log contains nothing that was typed", () => {
  const log = rooms.logged.map((line) => JSON.stringify(line)).join("\n");
  expect(rooms.logged.length).toBeGreaterThan(1000);
  const texts = Object.values(groups).flatMap((cases) => cases.flatMap(({ lead }) => typed(lead)));
  expect(texts.filter((text) => text.length >= 8 && log.includes(text))).toEqual([]);
});

test("a thousand inputs; the store contains only the valid ones", async () => {
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(1000);
  expect(await rooms.driver.query("SELECT count(*) AS entries FROM submissions")).toEqual([{ entries: accepted }]);
  expect(rooms.logged.filter((line) => "event" in line && line.event === "failed")).toEqual([]);
});
