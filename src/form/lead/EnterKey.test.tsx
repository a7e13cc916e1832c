// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { stepsOf } from "./draft/steps.ts";
import { clearForm, drawForm, press, quiet } from "../testing/form.tsx";
import { act } from "../testing/act.ts";

afterEach(clearForm);

const station = (id: string) => readyStations.find((one) => one.id === id) as (typeof readyStations)[number];
const went: string[] = [];
const draw = (id: string, step: string, initial: object = { firstName: "Ada" }) => {
  went.length = 0;
  return drawForm(station(id), step, initial, (name) => went.push(name));
};
const focused = () => document.activeElement?.id;
const focus = (id: string) => act(async () => document.getElementById(id)?.focus());
const enter = (init: KeyboardEventInit = {}) => press(document.activeElement as Element, "Enter", init);

test.each([
  ["front-desk", ["f-firstName", "f-lastName", "f-phones-0", "f-emails-0", "f-birthday-month", "f-birthday-day"]],
  ["open-house", ["f-firstName", "f-lastName", "f-phones-0", "f-emails-0"]],
  ["kiosk", ["f-firstName", "f-lastName", "f-phones-0", "f-emails-0"]],
])("%s: Enter moves from box to box", async (id, boxes) => {
  await draw(id, "contact");
  await focus("f-firstName");
  for (const box of boxes) {
    expect(focused()).toBe(box);
    await enter();
  }
  expect(went).toEqual([]);
});

test.each(["kiosk", "website"])("%s: Enter in the last box of the first step continues", async (id) => {
  await draw(id, "contact", { firstName: "Ada", emails: ["ada@example.com"] });
  const boxes = [...document.querySelectorAll<HTMLElement>("form input[type=text][id]")];
  await act(async () => boxes.at(-1)?.focus());
  await enter();
  await quiet();
  expect(went).toHaveLength(1);
});

test("Enter in the last box of a step continues; boxes in a closed fold are skipped", async () => {
  await draw("front-desk", "contact");
  await focus("f-referredBy");
  await enter();
  await quiet();
  expect(went).toEqual(["inquiry"]);
});

test.each([{ isComposing: true }, { keyCode: 229 }, { ctrlKey: true }, { shiftKey: true }, { repeat: true }])(
  "Enter with %j does nothing",
  async (init) => {
    await draw("open-house", "contact");
    await focus("f-firstName");
    await enter(init as KeyboardEventInit);
    expect(focused()).toBe("f-firstName");
  },
);

test("a text area: Enter does not move the focus", async () => {
  await draw("open-house", "contact");
  await focus("f-content");
  await enter();
  expect(focused()).toBe("f-content");
  expect(went).toEqual([]);
});

test("Enter adds a word first; in the empty box it moves on; in the last box beside the step it does nothing", async () => {
  await draw("front-desk", "contact");
  await focus("f-assignedUserId");
  await enter();
  expect(focused()).toBe("f-stage");
  await focus("f-source");
  await enter();
  await quiet();
  expect(went).toEqual([]);
});

test("the last step of an agent: Enter sends nothing", async () => {
  await draw("open-house", "review");
  for (const box of document.querySelectorAll<HTMLElement>("main form input[type=text]")) {
    await act(async () => box.focus());
    await enter();
  }
  await quiet();
  expect(went).toEqual([]);
  expect(stepsOf(station("open-house")).at(-1)?.name).toBe("review");
  expect(document.querySelector("main form")).not.toBeNull();
});
