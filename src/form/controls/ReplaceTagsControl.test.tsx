// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import { clearForm, click, drawForm, leave, write, type Box } from "../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const box = () => document.querySelector<Box>("input#f-tags");
const tokens = () => [...document.querySelectorAll(".token > :first-child")].map(({ textContent }) => textContent);

test("what replaces all tags is asked before there is a box: no answer takes a typed tag away", async () => {
  await drawForm(desk, "contact");
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
