import { expect, test } from "vitest";
import { simulate, type Paged } from "./simulate.ts";
import { policies, type Policy } from "./simulatedPeople.ts";

/**
 * Leads through the real engine in simulated worlds with every known fault: together 50,000, before a release 500,000
 * for each of the four ways in which Lofty may handle a known email. To replay a failed world, use the values it
 * prints: `FOYER_SEED=17 FOYER_POLICY=new npm run test:unit -- simulation`.
 */
const leadsInWorld = 500;
const isRelease = Boolean(process.env["FOYER_RELEASE"]);
const replay = process.env["FOYER_SEED"];
const replayPolicy = policies.find((policy) => policy === process.env["FOYER_POLICY"]);
const first = Number(replay ?? 1);

const faults = ["doubled", "lost", "untrue", "misplaced", "stuck", "robbed", "early", "undone"] as const;

/** Runs worlds one after the other. Returns their totals, and the failures by world. */
async function run(
  worlds: number,
  leads: number,
  policyOf: (seed: number) => Policy,
  pagedAt?: (seed: number) => Paged,
) {
  const total = { leads: 0, confirmed: 0, known: 0, crashes: 0, hangs: 0, restores: 0, jumps: 0, tooMany: 0 };
  const parked: Record<string, number> = {};
  const wrong: object[] = [];
  for (let seed = first; seed < first + worlds; seed++) {
    const verdict = await simulate(seed, leads, policyOf(seed), pagedAt?.(seed));
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += verdict[key];
    for (const [reason, count] of Object.entries(verdict.parked)) parked[reason] = (parked[reason] ?? 0) + count;
    const found = Object.fromEntries(
      faults.filter((fault) => verdict[fault].length > 0).map((fault) => [fault, verdict[fault]]),
    );
    if (Object.keys(found).length > 0)
      wrong.push({ replay: `FOYER_SEED=${seed} FOYER_POLICY=${verdict.policy}`, ...found });
  }
  console.log(`seeds ${first} to ${first + worlds - 1}`, { ...total, parked });
  return { total, wrong };
}

/** A CRM that refuses known emails leaves those leads to staff. */
const leastConfirmed = (policy: Policy) => (policy === "refuse" ? 0.75 : 0.8);

/** One file for each policy, so that they run side by side. */
export function simulationTrial(policy: Policy): void {
  const worlds = replay === undefined ? (isRelease ? 1000 : 25) : 1;
  const isWanted = replayPolicy === undefined || replayPolicy === policy;
  test.runIf(isWanted)(`${worlds} worlds, known emails: ${policy}`, { timeout: 7_200_000 }, async () => {
    const { total, wrong } = await run(worlds, leadsInWorld, () => policy);
    expect(wrong).toEqual([]);
    // The test must not pass by parking everything, or without any crash.
    if (replay === undefined) {
      expect(total.confirmed).toBeGreaterThan(total.leads * leastConfirmed(policy));
      expect(Math.min(total.known, total.crashes, total.hangs, total.restores, total.jumps)).toBeGreaterThan(0);
    }
  });
}

/** Pages of 50 or 25, although more or fewer were requested; with and without the total. */
const pagedAt = (seed: number): Paged => ({
  pageCap: seed % 2 === 0 ? 50 : 25,
  notesCap: seed % 4 < 2 ? 50 : 25,
  ignoresLimit: seed % 3 !== 0,
  hidesTotal: seed % 5 < 3,
  crowd: [30, 60, 120][seed % 3] ?? 60,
});

export function pagedTrial(): void {
  const worlds = replay === undefined ? (isRelease ? 200 : 20) : 1;
  const policyOf = (seed: number) => replayPolicy ?? policies[seed % policies.length] ?? policies[0];
  test(`${worlds} worlds with capped lists and a contact that many share`, { timeout: 7_200_000 }, async () => {
    const { total, wrong } = await run(worlds, 100, policyOf, pagedAt);
    expect(wrong).toEqual([]);
    if (replay === undefined) expect(total.confirmed).toBeGreaterThan(total.leads * 0.5);
  });
}
