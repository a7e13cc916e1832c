import { fieldAt } from "#lead/fields.ts";
import { languages } from "#lead/languages.ts";
import { valueAt } from "#lead/valueAt.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { askingOf, withAsking } from "./edits.ts";
import { withValue } from "./withValue.ts";
import { sectionKeys, sectionOf, type SectionName } from "./sections.ts";

/** One setting in which two versions of a station differ. */
export interface Change {
  /** Its path in the station. The words of its name and of its values depend on it (useChangeWords.ts). */
  readonly path: string;
  readonly section: SectionName;
  /** undefined: there was none, or there is none any more. */
  readonly was: unknown;
  readonly is: unknown;
  readonly undo: (now: FormStation) => FormStation;
}

type Found = Omit<Change, "section">;

/** The settings with one value each. Their values are compared at their paths. */
export const settingPaths = [
  "name",
  "profile",
  "temperatures",
  "drafts",
  "updateKnownPeople",
  "whenUnrecognized",
  "referenceAttribute",
  "event",
  "listing.beds",
  "listing.baths",
  "listing.squareFeet",
  "listing.price",
  "listing.photo",
  "needsContact",
  "brand.name",
  "brand.colour",
  "brand.logo",
  "drawing",
  "consent.text",
  "consent.version",
  "consent.policy",
  "idleSeconds",
  "frameParents",
] as const;
const agencyPaths = ["text", "version", "asksName", "asksAgent"].map((part) => `acknowledgement.${part}`);

/** What an edited station changes of the saved one, in the order of the page's sections. */
export function changesOf(before: FormStation, now: FormStation): readonly Change[] {
  const texts = (of: string) => languages.map((language) => `${of}.texts.${language}`);
  // What a notice says counts only where there was one: a new one is one change.
  const hadNotice = before.acknowledgement !== undefined && now.acknowledgement !== undefined;
  const notice = hadNotice ? [...agencyPaths, ...texts("acknowledgement")] : ["acknowledgement"];
  // Which house the facts are of, once they are of one.
  const house = before.listing?.address === undefined ? [] : ["listing.address"];
  const presets = Object.keys({ ...before.presets, ...now.presets }).map((path) => `presets.${path}`);
  const found = [
    ...[...settingPaths, ...house, ...texts("consent"), ...notice, ...presets].flatMap((path) =>
      atPath(path, before, now),
    ),
    ...questions(before, now),
    ...attributes(before, now),
    ...spoken(before, now),
  ].flatMap((change): Change[] => {
    const section = sectionOf(change.path);
    return section ? [{ ...change, section }] : [];
  });
  const order = Object.keys(sectionKeys);
  return found.toSorted((one, other) => order.indexOf(one.section) - order.indexOf(other.section));
}

/** The station without one of its changes. */
export function undone(before: FormStation, now: FormStation, { section, undo }: Change): FormStation {
  const next = undo(now);
  if (changesOf(before, next).some((left) => left.section === section)) return next;
  // Without the order of lists and other traces of the edits.
  return sectionKeys[section].reduce<FormStation>((station, key) => withValue(station, [key], before[key]), next);
}

function atPath(path: string, before: FormStation, now: FormStation): readonly Found[] {
  const [was, is] = [filled(valueAt(before, path)), filled(valueAt(now, path))];
  if (JSON.stringify(was) === JSON.stringify(is)) return [];
  return [{ path, was, is, undo: (later) => withValue(later, path.split("."), valueAt(before, path)) }];
}

/** An empty text or list is no value. */
const filled = (value: unknown) => (value === "" || (Array.isArray(value) && value.length === 0) ? undefined : value);

/** The questions that are asked in another way. */
function questions(before: FormStation, now: FormStation): readonly Found[] {
  const named = [before, now].flatMap(({ asks, required }) => [...asks.on, ...asks.off, ...required]);
  return [...new Set(named)].flatMap((path): Found[] => {
    const field = fieldAt(path);
    if (!field) return [];
    // Another profile asks in another way by itself.
    const was = askingOf({ ...before, profile: now.profile }, { ...field, path });
    const is = askingOf(now, { ...field, path });
    if (was === is) return [];
    return [
      { path: `asks.${path}`, was, is, undo: (later) => ({ ...later, ...withAsking(later, { ...field, path }, was) }) },
    ];
  });
}

type Attribute = FormStation["attributes"][number];

/** The office's own questions that are new, removed, or changed. One with another name is new. */
function attributes(before: FormStation, now: FormStation): readonly Found[] {
  const left = [...before.attributes];
  const changed = now.attributes.flatMap((is, at): Found[] => {
    const place = left.findIndex(({ name }) => name === is.name);
    const [was] = place < 0 ? [] : left.splice(place, 1);
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ path: `attributes.${at}`, was, is, undo: (later) => withAttribute(later, at, 1, was) }];
  });
  const removed = left.map((was): Found => {
    const at = before.attributes.indexOf(was);
    return {
      path: `attributes.removed.${at}`,
      was,
      is: undefined,
      undo: (later) => withAttribute(later, at, 0, was),
    };
  });
  return [...changed, ...removed];
}

const withAttribute = (station: FormStation, at: number, without: number, attribute: Attribute | undefined) => ({
  ...station,
  attributes: station.attributes.toSpliced(at, without, ...(attribute ? [attribute] : [])),
});

/** The languages that visitors may or may no longer choose, and the first one. */
function spoken(before: FormStation, now: FormStation): readonly Found[] {
  const each = languages.flatMap((language): Found[] => {
    const [was, is] = [before.languages.includes(language), now.languages.includes(language)];
    if (was === is) return [];
    const undo = (later: FormStation) => {
      const others = later.languages.filter((other) => other !== language);
      // Without any language there would be no form.
      return { ...later, languages: was ? [...others, language] : others.length > 0 ? others : before.languages };
    };
    return [{ path: `languages.${language}`, was, is, undo }];
  });
  const [was, is] = [before.languages[0], now.languages[0]];
  if (was === is || was === undefined) return each;
  const undo = (later: FormStation) => ({
    ...later,
    languages: [was, ...later.languages.filter((other) => other !== was)],
  });
  return [...each, { path: "languages.first", was, is, undo }];
}
