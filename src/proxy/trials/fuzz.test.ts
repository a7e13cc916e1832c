import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { issueCodes } from "#lead/issue.ts";
import { judge } from "#lead/station/judge.ts";
import { anyDraft, goodDraft } from "#lead/testing/arbitraryLead.ts";
import { runs } from "#lead/testing/runs.ts";
import { stationOf } from "#lead/testing/stationOf.ts";
import { parseExact, toWire } from "#lead/wire.ts";
import { appOver, refusing } from "../testing/appOver.ts";
import { consentGiven } from "../testing/consentGiven.ts";

/** Valid leads are stored unchanged, invalid ones are refused, and the browser gives the same result before. */
let rooms: Awaited<ReturnType<typeof appOver>>;
const desk = stationOf("desk");
const kiosk = stationOf("kiosk");
const atOnce = 20;
const some = { numRuns: runs.numRuns / atOnce, endOnFailure: true };
const consent = consentGiven();

beforeAll(async () => {
  rooms = await appOver(refusing, { CLIENT_RATE_PER_MINUTE: "0" });
});
afterAll(() => rooms.stop());

const optOutFlags = ["cannotText", "cannotCall", "cannotEmail", "unsubscription", "welcomeEmail"];

interface Issue {
  readonly path: string;
  readonly code: string;
}
async function send(station: string, lead: unknown, more: object = {}) {
  const id = randomUUID();
  const body = JSON.stringify({ station, capturedAt: "2026-11-25T09:00:00Z", lead, ...more });
  const answer = await rooms.send("POST", "/api/leads", body, { "idempotency-key": id });
  const { issues } = (await answer.json()) as { issues?: readonly Issue[] };
  const [row] = await rooms.driver.query("SELECT id, lead FROM submissions WHERE id = $1", [id]);
  return {
    status: answer.status,
    issues,
    stored: row && (parseExact(String(row["lead"])) as Record<string, unknown>),
    judged: (parseExact(body) as { lead?: unknown }).lead,
  };
}

test("what the browser accepts is stored unchanged", { timeout: 600_000 }, async () => {
  const batch = fc.array(goodDraft(desk), { minLength: atOnce, maxLength: atOnce });
  await fc.assert(
    fc.asyncProperty(batch, async (drafts) => {
      const sent = await Promise.all(drafts.map((draft) => send("front-desk", draft)));
      for (const { status, stored, judged } of sent) {
        expect(status).toBe(202);
        const verdict = judge(judged, desk);
        if (!("lead" in verdict)) throw new Error("the browser refuses it");
        const { content, ...answers } = parseExact(toWire(verdict.lead)) as Record<string, unknown>;
        const kept = String(stored?.["content"]);
        // The samples share their phones, so another lead's opt-out may count for this one too (delivery/barred.ts).
        if (kept.includes("\nopted out before: ")) for (const flag of optOutFlags) delete answers[flag];
        expect(stored).toMatchObject(answers);
        const note = content === undefined ? "" : `${content as string}\n`;
        expect(kept.startsWith(`${note}-- foyer\nref `)).toBe(true);
      }
    }),
    some,
  );
});

test.each([
  ["front-desk", desk, {}],
  ["kiosk", kiosk, { consent }],
] as const)(
  "any draft at the %s is stored or refused, with the same result in the browser",
  { timeout: 600_000 },
  async (id, station, more) => {
    const batch = fc.array(anyDraft(station), { minLength: atOnce, maxLength: atOnce });
    await fc.assert(
      fc.asyncProperty(batch, async (drafts) => {
        const sent = await Promise.all(drafts.map((draft) => send(id, draft, more)));
        for (const { status, issues = [], stored, judged } of sent) {
          expect([202, 400, 422]).toContain(status);
          if (status !== 202) expect(stored).toBeUndefined();
          for (const { path, code } of issues)
            expect([typeof path, issueCodes]).toEqual(["string", expect.arrayContaining([code])]);
          // The proxy stops validating at a key that could change a prototype.
          if (issues.some(({ path }) => /\b(__proto__|constructor|prototype)$/.test(path))) continue;
          if (status === 400 || typeof judged !== "object" || judged === null || Array.isArray(judged)) continue;
          const verdict = judge(judged, station);
          const known = "issues" in verdict ? verdict.issues.map(({ path, code }) => ({ path, code })) : [];
          expect(issues.map(({ path, code }) => ({ path, code }))).toEqual(known);
          expect(status).toBe(known.length > 0 ? 422 : 202);
        }
      }),
      some,
    );
    expect(rooms.logged.filter((line) => "event" in line && line.event === "failed")).toEqual([]);
  },
);
