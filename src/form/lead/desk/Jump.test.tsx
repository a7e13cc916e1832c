// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, drawForm, press, write, type Box } from "../../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const dialog = () => document.querySelector("dialog[open]");

async function jumpFrom(step: string, text: string): Promise<Box> {
  await drawForm(desk, step);
  await press(document, "k", { ctrlKey: true });
  const box = document.getElementById("jump") as Box;
  box.focus();
  for (let end = 1; end <= text.length; end++) await write(box, text.slice(0, end));
  return box;
}

test("a full name is chosen only by Enter; further typing stays in the box", async () => {
  const box = await jumpFrom("contact", "languages");
  expect(dialog()).not.toBeNull();
  expect(box.value).toBe("languages");
  expect(document.querySelector<HTMLSelectElement>("#f-language")?.value).toBe("");
  await write(box, "language");
  await press(box, "Enter");
  expect(dialog()).toBeNull();
  expect(document.activeElement?.id).toBe("f-language");
});

test.each([
  ["loan", /^f-customAttributeList-\d+-value$/],
  ["how did", /^f-customAttributeList-\d+-value-Sign$/],
])("finds the office's own question by its name: %s", async (text, id) => {
  const box = await jumpFrom("attributes", text);
  await press(box, "Enter");
  expect(document.activeElement?.id).toMatch(id);
});

test("Escape closes the dialog at once and moves to no question", async () => {
  const box = await jumpFrom("contact", "lang");
  await press(box, "Escape");
  expect(dialog()).toBeNull();
  expect(document.activeElement?.id).not.toBe("f-language");
});
