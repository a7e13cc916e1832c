import { houseOf, type LeadEvent } from "#lead/station/event.ts";
import { recall } from "../../browser/device.ts";
import { keysFrom } from "../../browser/deviceKeys.ts";
import type { Answer } from "../../station/eventNow.ts";
import { isEmpty, type House, type Line } from "./lines.ts";

export const isSameHouse = (one: House | undefined, other: House | undefined): boolean =>
  one && other ? houseOf(one) === houseOf(other) : one === other;

/** Returns the house of the page when it opens: that of the lines kept earlier, else that of the device now. */
export function firstHouse(kept: readonly Line[], here: House | undefined): House | undefined {
  const placed = kept.find((line) => line.house !== undefined && !isEmpty(line));
  return placed ? placed.house : here;
}

/** Returns a line as it is kept: with its house, whatever the page's house is later. */
export const placed = (line: Line, house: House | undefined): Line =>
  house === undefined || line.house !== undefined || isEmpty(line) ? line : { ...line, house };

/** Returns a kept line as it is shown: only a line of another house names it. */
export function ofPage(line: Line, house: House | undefined): Line {
  const { house: own, ...rest } = line;
  return own === undefined || isSameHouse(own, house) || isEmpty(line) ? rest : line;
}

/** Returns the known events of these days once each, the last day first. Agents' answers on this device count too. */
export function housesOf(
  station: string,
  known: readonly LeadEvent[],
  [first, last]: readonly [string, string],
): readonly LeadEvent[] {
  const answers = keysFrom(`event:${station}:`).map((key) => recall<Answer>(key));
  const here = answers.flatMap((answer) => [answer?.event, answer?.last]).filter((event) => event !== undefined);
  const events = [...here, ...known].filter((event) => event !== null && event.date >= first && event.date <= last);
  const once = new Map(events.toReversed().flatMap((event) => (event ? [[houseOf(event), event]] : [])));
  return [...once.values()].toSorted((one, other) => (one.date < other.date ? 1 : -1));
}
