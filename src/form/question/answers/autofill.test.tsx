// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, drawForm } from "../../testing/form.tsx";

afterEach(clearForm);

const asking = (profile: string) => {
  const ready = readyStations.find((station) => station.profile === profile) as (typeof readyStations)[number];
  return { ...ready, asks: { ...ready.asks, on: ["birthday"] } };
};

test.each([
  ["embed", ["bday-month", "bday-day", "bday-year"]],
  ["desk", ["off", "off", "off"]],
])("%s: the boxes of a birthday have autocomplete %o", async (profile, tokens) => {
  await drawForm(asking(profile), "contact");
  const boxes = ["month", "day", "year"].map((part) => document.getElementById(`f-birthday-${part}`));
  expect(boxes.map((box) => box?.getAttribute("autocomplete"))).toEqual(tokens);
});
