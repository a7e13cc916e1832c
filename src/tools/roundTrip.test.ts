import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { judge } from "#lead/station/judge.ts";
import { goodDraft } from "#lead/testing/arbitraryLead.ts";
import { runs } from "#lead/testing/runs.ts";
import { stationOf } from "#lead/testing/stationOf.ts";
import { parseExact, toWire } from "#lead/wire.ts";
import { startChild, withoutSettings, type Child } from "./children.ts";

/**
 * The sandbox stores every lead that the contract accepts without changes. Tested over HTTP, with a separate process.
 */
let sandbox: Child;
let address: string;
const desk = stationOf("desk");
const atOnce = 20;

beforeAll(async () => {
  const env = { ...withoutSettings(), SANDBOX_PORT: "0" };
  sandbox = startChild("sandbox", { args: ["src/sandbox/main.ts"], env, print: () => undefined });
  address = await sandbox.address;
  await fetch(`${address}/sandbox/faults`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ratePerMinute: 100_000 }),
  });
});
afterAll(() => sandbox.end());

interface Kept {
  readonly leads: readonly { leadId: unknown; stored: unknown; cut: readonly string[]; ignored: readonly string[] }[];
}

async function send(body: string): Promise<string> {
  const response = await fetch(`${address}/v1.0/leads`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "token sandbox-key" },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text} for ${body}`);
  return String((parseExact(text) as { leadId: unknown }).leadId);
}

/**
 * Returns the lead's JSON for Lofty. The sandbox merges people with the same e-mail, so each person gets unique ones.
 */
function wireOf(draft: object, person: string): string {
  const mine = (emails: unknown) =>
    Array.isArray(emails) ? emails.map((_, index) => `${person}.${index}@example.com`) : [];
  const verdict = judge({ ...draft, emails: mine((draft as { emails?: unknown }).emails) }, desk);
  if ("issues" in verdict) throw new Error(JSON.stringify(verdict.issues));
  return toWire(verdict.lead);
}

test(`${runs.numRuns} accepted leads are stored unchanged`, { timeout: 300_000 }, async () => {
  const batch = fc.array(goodDraft(desk), { minLength: atOnce, maxLength: atOnce });
  await fc.assert(
    fc.asyncProperty(batch, async (drafts) => {
      const wires = drafts.map((draft, index) => wireOf(draft, `person-${index}`));
      const ids = await Promise.all(wires.map(send));
      const answer = await fetch(`${address}/sandbox/leads`, { headers: { accept: "application/json" } });
      const { leads } = parseExact(await answer.text()) as Kept;
      await fetch(`${address}/sandbox/leads`, { method: "DELETE" });
      const kept = new Map(leads.map((lead) => [String(lead.leadId), lead]));
      expect(kept.size).toBe(wires.length);
      for (const [index, id] of ids.entries()) {
        expect(kept.get(id)?.cut).toEqual([]);
        expect(kept.get(id)?.ignored, "paths missing in src/sandbox/facts.json").toEqual([]);
        expect(kept.get(id)?.stored).toEqual(parseExact(wires[index] ?? ""));
      }
    }),
    { numRuns: runs.numRuns / atOnce, endOnFailure: true },
  );
});

test("the sandbox cuts what the contract refuses", async () => {
  const id = await send(JSON.stringify({ firstName: "x".repeat(31), tagsAdd: ["y".repeat(65)] }));
  const answer = await fetch(`${address}/sandbox/leads`, { headers: { accept: "application/json" } });
  const { leads } = parseExact(await answer.text()) as Kept;
  const lead = leads.find(({ leadId }) => String(leadId) === id);
  expect(lead?.cut).toEqual(["firstName", "tagsAdd.0"]);
  expect(lead?.stored).toMatchObject({ firstName: "x".repeat(30), tagsAdd: ["y".repeat(64)] });
});
