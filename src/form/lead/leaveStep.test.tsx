// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { act } from "../testing/act.ts";
import { clearForm, click, drawForm, press, quiet, write, type Box } from "../testing/form.tsx";

afterEach(clearForm);

const of = (id: string) => readyStations.find((station) => station.id === id) as (typeof readyStations)[number];
const box = () => document.getElementById("f-property-state") as Box;

// A press moves no focus in a test, as in some browsers.
test.each([
  ["a key", "front-desk", () => press(document, "PageDown", { altKey: true })],
  ["the list of steps", "front-desk", () => click(/^Contact/)],
  ["Back", "open-house", () => click("Back")],
] as const)(
  "%s turns the step: the focused box is left first, so that it keeps what was typed",
  async (_by, id, turn) => {
    const turned: string[] = [];
    await drawForm(of(id), "property", {}, (step) => turned.push(`${step}, ${box().value}`));
    await act(async () => box().focus());
    await write(box(), "ny");
    await turn();
    await quiet(50);
    expect(turned).toHaveLength(1);
    expect(document.activeElement).not.toBe(box());
    expect(box().value).toBe("New York");
  },
);
