import { fieldAt } from "#lead/fields.ts";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { ways } from "#lead/submission/ways.ts";
import { isReachable } from "./shownWays.ts";

/** The time frames, soonest first. */
const frames: readonly (string | number)[] = fieldAt("buyingTimeFrame")?.options ?? [];

export const frameOf = ({ buyingTimeFrame, sellingTimeFrame }: DayPerson) => buyingTimeFrame ?? sellingTimeFrame;

const heat = ({ temperature }: DayPerson) => temperature?.place ?? Infinity;
const agent = ({ hasAgent }: DayPerson) => (hasAgent === true ? 1 : 0);
const reach = (person: DayPerson) => {
  if (isReachable(person)) return 0;
  return ways.every((way) => person.may[way] === "refused") ? 2 : 1;
};
const soon = (person: DayPerson) => {
  const place = frames.indexOf(frameOf(person) ?? "");
  return place < 0 ? Infinity : place;
};

type Rank = (person: DayPerson) => number;

/** Sorts by the first rank that differs. Equal people stay in their order. */
const sortedBy = (ranks: readonly Rank[]) => (people: readonly DayPerson[]) =>
  people.toSorted((one, other) => {
    const rank = ranks.find((of) => of(one) !== of(other));
    return rank ? rank(one) - rank(other) : 0;
  });

/** The order of Today: hot first, then people without an agent, then the soonest. */
export const hotFirst = sortedBy([heat, agent, soon]);
/** The order of the call list: people who can be contacted first, and those who asked for no contact last. */
export const toCallFirst = sortedBy([reach, heat, agent, soon]);
