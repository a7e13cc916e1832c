import type { Random } from "./seededRandom.ts";

export type Trouble = "jump" | "wild" | "backup" | "restore" | "down" | "hang";

/** Plans faults of the whole system: frequent outages and hangs, sometimes a clock jump or a restored backup. */
export function troubles(random: Random, lastMs: number, plan: (ms: number, trouble: Trouble) => void) {
  for (let ms = random.between(0, 900_000); ms < lastMs; ms += random.between(300_000, 2_400_000)) plan(ms, "down");
  for (let ms = random.between(0, 1_800_000); ms < lastMs; ms += random.between(900_000, 1_800_000)) plan(ms, "hang");
  if (random.chance(0.2)) plan(random.between(0, lastMs), "jump");
  if (random.chance(0.1)) plan(random.between(0, lastMs), "wild");
  if (!random.chance(0.2)) return;
  const backupMs = random.between(0, lastMs);
  plan(backupMs, "backup");
  plan(backupMs + random.between(660_000, 7_200_000), "restore");
}
