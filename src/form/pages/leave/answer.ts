import type { DayCounts } from "#lead/staffAnswers.ts";

/** What is known of a house when its host leaves. */
export interface Facts {
  /** How many leads wait on this device. */
  readonly here: number;
  /** The counts of the house from the proxy; undefined while it cannot be reached. */
  readonly counts: Pick<DayCounts, "waiting" | "needsYou"> | undefined;
  /** The other devices of the house, as they last told the proxy, and how long ago that was. */
  readonly others: readonly { readonly name: string; readonly unsent: number; readonly silentMs: number }[];
}

/** A device that is on and connected reports every minute. After this time, what it said last may not be true any more. */
export const longestSilenceMs = 5 * 60_000;

/** The one answer at the top of the page. Only `allIn` is green. */
export type Answer =
  | { readonly is: "allIn" | "unknown" }
  | { readonly is: "here" | "waiting" | "needsYou"; readonly count: number }
  | { readonly is: "there"; readonly count: number; readonly name: string }
  | { readonly is: "silent"; readonly name: string };

/**
 * Returns whether all leads of the house are in Lofty, and if not, the first thing that is missing. A device that was
 * not heard from since it had unsent leads still counts as having them. One that has been silent for minutes may have
 * taken leads meanwhile.
 */
export function answerOf({ here, counts, others }: Facts): Answer {
  if (here > 0) return { is: "here", count: here };
  if (!counts) return { is: "unknown" };
  const late = others.find(({ unsent }) => unsent > 0);
  if (late) return { is: "there", count: late.unsent, name: late.name };
  if (counts.waiting > 0) return { is: "waiting", count: counts.waiting };
  if (counts.needsYou > 0) return { is: "needsYou", count: counts.needsYou };
  const silent = others.find(({ silentMs }) => silentMs > longestSilenceMs);
  return silent ? { is: "silent", name: silent.name } : { is: "allIn" };
}
