// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { isVisited } from "#lead/station/allowed.ts";
import type { Field } from "#lead/field.ts";
import { keyOf, topics } from "#lead/questions.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import type { Station } from "#lead/station/station.ts";
import { idOf } from "../question/answers/control.ts";
import { handlingStep, stepsOf } from "./draft/steps.ts";
import { addRows, clearForm, click, drawForm, leave, openFolds, quiet, write, type Box } from "../testing/form.tsx";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { act } from "../testing/act.ts";

const words = everyCatalogue("en", "staff");
/** A missing text is a type error in words.ts, so it is not tested here. */
const texts: { readonly [key: string]: { readonly label: string; readonly one?: string; readonly hint?: string } } =
  words.fields;

afterEach(clearForm);

/** Switch on every question that a station can switch on. */
const offered = Object.values(topics)
  .flat()
  .filter((field: Field) => field.ask?.visitor === "offered")
  .map(({ path }) => path);
const stations = readyStations.map((station) =>
  isVisited(station) ? { ...station, asks: { on: offered, off: [] } } : station,
);
/** Answers that meet every condition, so that every question is shown. Visitors may set only the lead types. */
const everyone = { leadTypes: [2, 1] };
const staffs = { ...everyone, ownershipScope: "OFFICE", content: "n" };

const pages = stations.flatMap((station) => {
  const steps = stepsOf(station).filter(({ name }) => name !== "review");
  const all = station.profile === "desk" ? [...steps, handlingStep(station)] : steps;
  return all.map(({ name, shown, more, advanced }) => ({
    station,
    id: station.id,
    step: name,
    fields: [...shown, ...more, ...advanced].flatMap((field) => [field, ...inFirstRow(field, station)]),
  }));
});

/** Renders the whole page: adds a row to each list, and opens the box that replaces all tags. */
async function draw(station: Station, step: string): Promise<void> {
  await drawForm(station, step, isVisited(station) ? everyone : staffs);
  await openFolds();
  await addRows();
  if (!document.getElementById("f-tags")) return;
  await click("Replace all tags: Choose the tags");
  await click("Replace all tags");
}

/** The questions in the first row of a list, for this profile. */
function inFirstRow(field: Field, station: Station): readonly Field[] {
  if (field.kind !== "rows") return [];
  const profile = isVisited(station) ? "visitor" : station.profile === "agent" ? "agent" : "desk";
  return (field.fields ?? [])
    .filter(({ ask }) => ask?.[profile] !== undefined)
    .map((part) => ({ ...part, path: `${field.path}.0.${part.path}` }));
}

test.each(pages)("$id, $step: every question has its name, hint and count", async ({ station, step, fields }) => {
  await draw(station, step);
  for (const field of fields) {
    const { path, limit } = field;
    const drawn = document.getElementById(idOf(path)) ?? boxOf(field);
    expect(drawn, path).not.toBeNull();
    expect(nameOf(drawn as Element), path).toBe(labelOf(field, station));
    const said = describedBy(boxOf(field) ?? (drawn as Element)) + describedBy(drawn as Element);
    const { hint } = texts[keyOf(path)] ?? {};
    if (hint !== undefined) expect(said, path).toContain(hint);
    if (limit === undefined) continue;
    expect(said, path).toContain(`Up to ${limit.toLocaleString("en")} characters`);
    const left = limit - (path === "content" ? 1 : 0);
    expect(countOf(field), path).toBe(`${left.toLocaleString("en")} left`);
  }
});

const limited = pages
  .map((page) => ({ ...page, fields: page.fields.filter(({ limit }) => limit !== undefined) }))
  .filter(({ fields }) => fields.length > 0);

test.each(limited)(
  "$id, $step: accepts the limit; one character more shows the same message at the answer and in the summary",
  async ({ station, step, fields }) => {
    await draw(station, step);
    for (const field of fields) {
      const limit = field.limit as number;
      const box = boxOf(field) as Box;
      await answer(field, box, "5".repeat(limit));
      expect(messageOf(field), field.path).toBe("");
      await answer(field, box, "6".repeat(limit + 1));
      expect(messageOf(field), field.path).toBe(refusalOf(field, station));
    }
    await act(async () => [...document.querySelectorAll("button")].find(isForward)?.click());
    await quiet();
    const summary = [...document.querySelectorAll("[role=alert] a")].map(({ textContent }) => textContent);
    expect(summary).toEqual(expect.arrayContaining(fields.map((field) => refusalOf(field, station))));
  },
  60_000,
);

const isForward = ({ textContent }: Element) => /^(Save|Send now|Continue|Finish|Sign in)/.test(textContent);

async function answer(field: Field, box: Box, text: string): Promise<void> {
  await write(box, text);
  await leave(box);
  if (field.kind === "token") return;
  expect(box.value, field.path).toBe(text);
}

/** The box of an answer. For a list, the box of its first row. */
const boxOf = ({ path, kind, many }: Field) =>
  document.getElementById(idOf(many && kind !== "token" && kind !== "choice" ? `${path}.0` : path));

const textOf = (element: Element | null | undefined) => element?.textContent.replace("(optional)", "").trim() ?? "";

function nameOf(element: Element): string {
  if (element.matches("fieldset")) return textOf(element.querySelector("legend > span"));
  return element.getAttribute("aria-label") ?? textOf(document.querySelector(`label[for="${element.id}"]`));
}

function labelOf({ path }: Field, station: Station): string {
  const key = keyOf(path);
  const own = isVisited(station) ? (words.visitorFields as Record<string, string>)[key] : undefined;
  return own ?? texts[key]?.label ?? "";
}

function describedBy(element: Element): string {
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  return ids.map((id) => textOf(document.getElementById(id))).join(" ");
}

const countOf = (field: Field) => textOf(boxOf(field)?.closest(".field")?.querySelector(".count"));

/** The message at an answer. For a set of words, at the word that was added last. */
function messageOf({ path, many, kind }: Field): string {
  if (!many || kind !== "token") return textOf(document.getElementById(`${idOf(many ? `${path}.0` : path)}-error`));
  return textOf([...document.querySelectorAll(`[id^="${idOf(path)}-"][id$="-error"]`)].at(-1));
}

function refusalOf(field: Field, station: Station): string {
  const { one } = texts[keyOf(field.path)] ?? {};
  return `${(field.many && one) || labelOf(field, station)} must be ${(field.limit as number).toLocaleString("en")} characters or fewer`;
}
