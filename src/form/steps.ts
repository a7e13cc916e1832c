import { isAsked, isVisited } from "#lead/allowed.ts";
import type { Field, StaffPlace } from "#lead/field.ts";
import { topics, type Topic } from "#lead/questions.ts";
import type { FormStation } from "./station/useStation.ts";

export type StepName = "handling" | "contact" | "inquiry" | "property" | "family" | "attributes" | "review";

/** A page of the form: the fields it shows at once, and those behind More details and Advanced. */
export interface Step {
  readonly name: StepName;
  readonly shown: readonly Field[];
  readonly more: readonly Field[];
  readonly advanced: readonly Field[];
}

const asked: readonly Exclude<Topic, "handling">[] = ["contact", "inquiry", "property", "family", "attributes"];

/** The steps of a station, as its profile meets them. Visitors have no review: their last step sends. */
export function stepsOf(station: FormStation): readonly Step[] {
  if (isVisited(station))
    return asked.map((name) => step(name, questions(name, station))).filter(hasQuestions(station));
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

/** What the office decides about the lead: the desk's panel, the head of the agent's review. */
export const handlingStep = (station: FormStation): Step => step("handling", handlingOf(station), station);

const handlingOf = (station: FormStation, without: readonly Field[] = []) =>
  questions("handling", station).filter((field) => !without.some(({ path }) => path === field.path));

const questions = (topic: Topic, station: FormStation): readonly Field[] =>
  (topics[topic] as readonly Field[]).filter((field) => isAsked(field, field.path, station));

const hasQuestions = (station: FormStation) => (found: Step) =>
  found.name === "attributes" ? station.attributes.some(({ visitors }) => visitors) : found.shown.length > 0;

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

/** Where the review's Change link of a step is found (controls/focusSoon.ts). */
export const changeOf = (name: StepName) => `change.${name}`;

/** Whether a path such as `phones.1` or `inquiry.priceMin` is answered on this step. */
export const holds = ({ shown, more, advanced }: Step, path: string) =>
  [...shown, ...more, ...advanced].some((field) => path === field.path || path.startsWith(`${field.path}.`));
