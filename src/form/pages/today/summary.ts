import type { DayCounts, DayPeople } from "#lead/submission/staffAnswers.ts";

/** The figures of the summary for the seller. Time frames in the order of the form, without those of nobody. */
export interface Figures extends Pick<DayCounts, "groups" | "signedIn" | "withAgent"> {
  readonly left: number;
  readonly frames: readonly { readonly frame: string; readonly count: number }[];
}

/** Returns the figures for the seller: counts only, no names. Without time frames when not all people are listed. */
export function figuresOf(
  { groups, signedIn, withAgent }: DayCounts,
  { people, isWhole }: DayPeople,
  order: readonly (string | number)[],
): Figures {
  const count = (frame: string) => people.filter(({ buyingTimeFrame }) => buyingTimeFrame === frame).length;
  const frames = isWhole ? order.map((frame) => ({ frame: String(frame), count: count(String(frame)) })) : [];
  return {
    ...{ groups, signedIn, withAgent, left: groups - signedIn },
    frames: frames.filter((one) => one.count > 0),
  };
}
