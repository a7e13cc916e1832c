import { expect, test } from "vitest";
import { simulate, type Verdict } from "../testing/simulate.ts";
import { policies, type Policy } from "../testing/simulatedCrm.ts";

/**
 * 50,000 leads through the real engine over simulated worlds with every fault there is (research/reliability-security.md
 * 6.3, T1); before a release 500,000 for each of three things Lofty may do with a known email. A world that fails is
 * replayed with what it says: `FOYER_SEED=17 FOYER_POLICY=new npm run test:unit -- simulation`.
 */
const leadsInWorld = 500;
const isRelease = Boolean(process.env["FOYER_RELEASE"]);
const replay = process.env["FOYER_SEED"];
const replayPolicy = policies.find((policy) => policy === process.env["FOYER_POLICY"]);
const first = Number(replay ?? 1);
const plans: readonly (readonly [worlds: number, policy: Policy | undefined])[] =
  replay !== undefined
    ? [[1, replayPolicy]]
    : isRelease
      ? [
          [1000, "new"],
          [1000, "same-id"],
          [1000, "ghost"],
        ]
      : [[100, undefined]];

const faults = ["doubled", "lost", "untrue", "misplaced", "stuck", "robbed", "early", "undone"] as const;

test.each(plans)("%i worlds, known emails: %s", { timeout: 7_200_000 }, async (worlds, policy) => {
  const total = { leads: 0, confirmed: 0, known: 0, crashes: 0, hangs: 0, restores: 0, jumps: 0, tooMany: 0 };
  const parked: Record<string, number> = {};
  const wrong: object[] = [];
  for (let seed = first; seed < first + worlds; seed++) {
    const verdict: Verdict = await simulate(seed, leadsInWorld, policy ?? policies[seed % policies.length]);
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += verdict[key];
    for (const [reason, count] of Object.entries(verdict.parked)) parked[reason] = (parked[reason] ?? 0) + count;
    const found = Object.fromEntries(
      faults.filter((fault) => verdict[fault].length > 0).map((fault) => [fault, verdict[fault]]),
    );
    if (Object.keys(found).length > 0)
      wrong.push({ replay: `FOYER_SEED=${seed} FOYER_POLICY=${verdict.policy}`, ...found });
  }
  console.log(`seeds ${first} to ${first + worlds - 1}`, { ...total, parked });
  expect(wrong).toEqual([]);
  // Not by parking everything, and not by leaving everything alone.
  if (replay === undefined) {
    expect(total.confirmed).toBeGreaterThan(total.leads * 0.8);
    expect(Math.min(total.known, total.crashes, total.hangs, total.restores, total.jumps)).toBeGreaterThan(0);
  }
});
