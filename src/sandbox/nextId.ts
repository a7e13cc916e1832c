import type { World } from "./world.ts";

/** An id of 15 digits, or one no JavaScript number holds (API.md 3.3). Unguessable steps, so that nobody counts on one. */
export function nextId({ store: { lastIds }, settings, random }: World): bigint {
  const step = BigInt(1 + Math.floor(random() * 1000));
  if (!settings.bigIds) return (lastIds.small += step);
  lastIds.big += step;
  if (BigInt(Number(lastIds.big)) === lastIds.big) lastIds.big += 1n;
  return lastIds.big;
}
