import { isAsked, isVisited } from "#lead/station/allowed.ts";
import { beforeSignIn } from "#lead/station/beforeSignIn.ts";
import type { Field, StaffPlace } from "#lead/field.ts";
import type { Kind } from "#lead/kinds.ts";
import { topics, type Topic } from "#lead/questions.ts";
import type { FormStation } from "../../station/useStation.ts";

export type StepName = "handling" | "contact" | "agency" | "inquiry" | "property" | "family" | "attributes" | "review";

/** A page of the form: the fields it always shows, and those in the folds More details and Advanced. */
export interface Step {
  readonly name: StepName;
  readonly shown: readonly Field[];
  readonly more: readonly Field[];
  readonly advanced: readonly Field[];
}

const asked: readonly Exclude<Topic, "handling">[] = ["contact", "inquiry", "property", "family", "attributes"];

/** The steps of a station's form, by profile. Visitors have no review: their last step sends the lead. */
export function stepsOf(station: FormStation): readonly Step[] {
  if (station.profile === "kiosk") return kioskSteps(station);
  if (isVisited(station))
    return withAgency(station, asked.map((name) => step(name, questions(name, station))).filter(hasQuestions(station)));
  const first =
    station.profile === "agent"
      ? Object.values(topics)
          .flat()
          .filter((field: Field) => place(field, station) === "first")
      : [];
  const topicSteps = asked.map((name) => {
    const own = questions(name, station).filter((field) => !first.some(({ path }) => path === field.path));
    return step(name, name === "contact" ? [...first, ...own] : own, station);
  });
  return [...topicSteps, step("review", station.profile === "agent" ? handlingOf(station, first) : [], station)];
}

/**
 * A kiosk's steps: who the person is, then the questions that are answered by taps, then the station's further topics.
 * Further questions that need a keyboard are on the last step.
 */
function kioskSteps(station: FormStation): readonly Step[] {
  const contact = questions("contact", station);
  const isFirst = ({ path }: Field) => beforeSignIn.includes(path);
  const further = [...contact.filter((field) => !isFirst(field)), ...questions("inquiry", station)];
  const byKeys = further.filter((field) => !isTapped(field));
  const own = station.attributes.some(({ visitors }) => visitors) ? questions("attributes", station) : [];
  const steps = [
    step("contact", contact.filter(isFirst)),
    step("inquiry", further.filter(isTapped)),
    step("property", questions("property", station)),
    step("family", questions("family", station)),
    step("attributes", [...byKeys, ...own]),
  ];
  return withAgency(
    station,
    steps.filter(({ shown }) => shown.length > 0),
  );
}

/** The station's agency text is on a page of its own, after the contact. It has no fields of the lead. */
const withAgency = ({ acknowledgement }: FormStation, [first, ...others]: readonly Step[]): readonly Step[] =>
  [first, acknowledgement && step("agency", []), ...others].filter((found) => found !== undefined);

const tapped: ReadonlySet<Kind> = new Set<Kind>(["choice", "yesNo", "flag", "atLeast", "atLeastText"]);
const isTapped = ({ kind }: Field) => tapped.has(kind);

/** The office's decisions about the lead. They are the desk's side panel and the top of the agent's review. */
export const handlingStep = (station: FormStation): Step => step("handling", handlingOf(station), station);

const handlingOf = (station: FormStation, without: readonly Field[] = []) =>
  questions("handling", station).filter((field) => !without.some(({ path }) => path === field.path));

const questions = (topic: Topic, station: FormStation): readonly Field[] =>
  (topics[topic] as readonly Field[]).filter((field) => isAsked(field, field.path, station));

const hasQuestions = (station: FormStation) => (found: Step) =>
  found.shown.length > 0 && (found.name !== "attributes" || station.attributes.some(({ visitors }) => visitors));

const place = (field: Field, station: FormStation): StaffPlace =>
  field.ask?.[station.profile === "agent" ? "agent" : "desk"] ?? "shown";

function step(name: StepName, fields: readonly Field[], station?: FormStation): Step {
  const at = (...places: StaffPlace[]) =>
    station === undefined ? [] : fields.filter((field) => places.includes(place(field, station)));
  return {
    name,
    shown: station === undefined ? fields : at("first", "shown"),
    more: at("more"),
    advanced: at("advanced"),
  };
}

/** The path of the Change button of a step on the review (question/answers/focusSoon.ts). */
export const changeOf = (name: StepName) => `change.${name}`;

/** Whether a path such as `phones.1` or `inquiry.priceMin` belongs to this step. */
export const holds = ({ shown, more, advanced }: Step, path: string) => isAmong([...shown, ...more, ...advanced], path);

/** Whether a path belongs to one of these fields. */
export const isAmong = (fields: readonly Field[], path: string) =>
  fields.some((field) => path === field.path || path.startsWith(`${field.path}.`));
