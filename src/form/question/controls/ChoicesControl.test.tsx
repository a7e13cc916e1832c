// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import type { FormStation } from "../../station/useStation.ts";
import { clearForm, drawForm, press } from "../../testing/form.tsx";
import { act } from "../../testing/act.ts";

afterEach(clearForm);

/** The boxes of the first question with several choices, and the index of the one with the focus after an arrow key. */
async function chipsOf(profile: "desk" | "embed" | "kiosk", step: string) {
  await drawForm(stationOf(profile) as FormStation, step);
  const chips = [...document.querySelectorAll<HTMLInputElement>("input[id^=f-leadTypes-]")];
  await act(async () => chips[0]?.focus());
  await press(chips[0] as HTMLInputElement, "ArrowRight");
  return {
    chips,
    stops: chips.filter(({ tabIndex }) => tabIndex === 0).length,
    at: chips.findIndex((chip) => chip === document.activeElement),
  };
}

test.each([
  ["embed", "contact"],
  ["kiosk", "inquiry"],
] as const)("%s: Tab reaches every chip", async (profile, step) => {
  const { chips, stops, at } = await chipsOf(profile, step);
  expect(chips.length).toBeGreaterThan(3);
  expect([stops, at]).toEqual([chips.length, 0]);
});

test("desk: Tab reaches one chip, and arrow keys the others", async () => {
  const { chips, stops, at } = await chipsOf("desk", "contact");
  expect(chips.length).toBeGreaterThan(3);
  expect([stops, at]).toEqual([1, 1]);
});
