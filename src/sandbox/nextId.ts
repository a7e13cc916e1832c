import type { World } from "./world.ts";

/**
 * Returns an id of 15 digits, or one above 2^53 (LOFTY.md 3.3). The steps are random, so that no client relies on them.
 */
export function nextId({ store: { lastIds }, settings, random }: World): bigint {
  const step = BigInt(1 + Math.floor(random() * 1000));
  if (!settings.bigIds) return (lastIds.small += step);
  lastIds.big += step;
  if (BigInt(Number(lastIds.big)) === lastIds.big) lastIds.big += 1n;
  return lastIds.big;
}
