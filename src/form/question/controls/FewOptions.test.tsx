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

test.each([
  ["single_select", ["Friend or neighbor", "Sign"]],
  ["single_select", ["a", "b", "c", "d"]],
  ["multi_select", ["Friend or neighbor", "Sign"]],
] as const)(
  "%s: a pick that is no option any more is shown, and stays until it is taken back",
  async (type, options) => {
    const station = { ...desk, attributes: [{ name: "Source", type, options: [...options], visitors: false }] };
    const value = type === "multi_select" ? '["Friend"]' : "Friend";
    const row = { attributeName: "Source", attributeType: type, value };
    await drawForm(station, "attributes", { customAttributeList: [row] });
    const option = (text: string) =>
      [...document.querySelectorAll("label")].find((label) => label.textContent === text)?.querySelector("input");
    expect(option("Friend")?.checked).toBe(true);
    await act(async () => option(options[1])?.click());
    expect(option(options[1])?.checked).toBe(true);
    if (type === "multi_select") expect(option("Friend")?.checked).toBe(true);
    else expect(option("Friend")).toBeUndefined();
  },
);
