// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, click, drawForm, leave, openFolds, write, type Box } from "../../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const box = () => document.querySelector<Box>("input#f-tags");
const tokens = () => [...document.querySelectorAll(".token > :first-child")].map(({ textContent }) => textContent);

test('replacing all tags is confirmed before the box appears, so that "no" never deletes a typed tag', async () => {
  await drawForm(desk, "contact");
  await openFolds();
  expect(box()).toBeNull();
  await click("Replace all tags: Choose the tags");
  await click("Keep existing tags");
  expect(box()).toBeNull();
  expect(document.activeElement?.id).toBe("f-tags");

  await click("Replace all tags: Choose the tags");
  await click("Replace all tags");
  await write(box() as Box, "Only this");
  await leave(box() as Box);
  expect(document.querySelector("dialog[open]")).toBeNull();
  expect(tokens()).toEqual(["Only this"]);
});
