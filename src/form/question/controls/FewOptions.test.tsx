// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { act } from "../../testing/act.ts";
import { clearForm, drawForm } from "../../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];

/** `detail`: how many clicks the browser has counted at the same place. */
const clickOn = (option: HTMLInputElement, detail: number) =>
  act(async () => option.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail })));

test.each([
  ["contact", "cannotCall-true"],
  ["inquiry", "buyingTimeFrame-1-3"],
])("%s, %s: a double click chooses, and a later click clears", async (step, id) => {
  await drawForm(desk, step);
  const option = document.getElementById(`f-${id}`) as HTMLInputElement;
  await clickOn(option, 1);
  await clickOn(option, 2);
  expect(option.checked).toBe(true);
  await clickOn(option, 1);
  expect(option.checked).toBe(false);
});
