import { isRequirable } from "#lead/station/requirable.ts";
import { addressParts, isAskedAt, isVisited } from "#lead/station/allowed.ts";
import type { Field } from "#lead/field.ts";
import { topics, type Topic } from "#lead/questions.ts";
import type { FormStation } from "../../../station/useStation.ts";

type Part = { readonly [key in keyof FormStation]?: FormStation[key] | undefined };

/** Replaces a part of the station. `partOf` gets it as it is now: other boxes may have changed it since the render. */
export type Edit = (partOf: (now: FormStation) => Part) => void;

/** What a section of the setup page gets. */
export interface SectionProps {
  readonly station: FormStation;
  readonly edit: Edit;
  /** Returns the message for a path that the proxy refused. */
  readonly wrong: (path: string) => string | undefined;
}

/** The proxy makes these, so they are no edits. */
const notEdited: ReadonlySet<string> = new Set(["version", "sealTo"]);

/** The keys in which two versions of a station differ. */
export function changedKeys(before: FormStation, now: FormStation): readonly (keyof FormStation)[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)] as (keyof FormStation)[]);
  return [...keys].filter((key) => !notEdited.has(key) && JSON.stringify(before[key]) !== JSON.stringify(now[key]));
}

/** Their version with my edits, which I made from `before`. */
export function withMine(theirs: FormStation, mine: FormStation, before: FormStation): FormStation {
  return Object.fromEntries(
    Object.entries({ ...theirs, ...picked(mine, changedKeys(before, mine)) }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as unknown as FormStation;
}

const picked = (from: FormStation, keys: readonly (keyof FormStation)[]): Partial<FormStation> =>
  Object.fromEntries(keys.map((key) => [key, from[key]]));

/** How a station asks a question. */
export type Asking = "off" | "ask" | "required";

export function askingOf(station: FormStation, { path, ask }: Field): Asking {
  const { on, off } = station.asks;
  const isOff = off.includes(path) || (isVisited(station) && ask?.visitor === "offered" && !on.includes(path));
  if (isOff) return "off";
  return station.required.includes(path) ? "required" : "ask";
}

/**
 * Returns the part of the station that changes when it asks a question in another way. Lofty takes no property without
 * an address: the first question about a property brings the one for the city.
 */
export function withAsking(station: FormStation, field: Field, asking: Asking): Partial<FormStation> {
  const { path } = field;
  const without = (paths: readonly string[]) => paths.filter((other) => other !== path);
  const isOffered = isVisited(station) && field.ask?.visitor === "offered";
  const { on, off } = { on: station.asks.on, off: station.asks.off };
  const isFirst =
    path.startsWith("property.") && !addressParts.some((part) => part === path || isAskedAt(part, station));
  const switchedOn = isFirst ? ["property.city", path] : [path];
  return {
    asks: {
      on: isOffered && asking !== "off" ? [...without(on), ...switchedOn] : without(on),
      off:
        !isOffered && asking === "off" ? [...without(off), path] : off.filter((other) => !switchedOn.includes(other)),
    },
    required: asking === "required" ? [...without(station.required), path] : without(station.required),
  };
}

const asked: readonly Exclude<Topic, "attributes">[] = ["contact", "inquiry", "property", "family", "handling"];

/** The questions that a station can ask, by topic. */
export const questionsOf = (station: FormStation) =>
  asked.map((topic) => ({
    topic,
    fields: (topics[topic] as readonly Field[]).filter(({ ask }) =>
      isVisited(station) ? ask?.visitor : ask?.[station.profile === "agent" ? "agent" : "desk"],
    ),
  }));

/** How the station asks each question that is not off. A field that is always required counts as required. */
export const askedOf = (station: FormStation): readonly Asking[] =>
  questionsOf(station)
    .flatMap(({ fields }) => fields.map((field): Asking => (field.required ? "required" : askingOf(station, field))))
    .filter((asking) => asking !== "off");

export const mayBeRequired = (station: FormStation, field: Field): boolean =>
  isRequirable(field.path, { ...station, ...withAsking(station, field, "ask") });
