// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { keep } from "../../browser/device.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { clearForm, click, compose, drawForm, paste, press, write, type Box } from "../../testing/form.tsx";
import { act } from "../../testing/act.ts";

afterEach(() => {
  clearForm();
  queryClient.clear();
  localStorage.clear();
});

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const box = () => document.getElementById("f-tagsAdd") as Box;
const office = "Sample tag with a comma, and more";
const tokens = () => [...document.querySelectorAll(".token > :first-child")].map(({ textContent }) => textContent);

test("a pasted list is split at once: lines, semicolons, commas", async () => {
  await drawForm(desk, "contact");
  expect(await paste(box(), "one, two; three\nfour")).toBe(false);
  expect(tokens()).toEqual(["one", "two", "three", "four"]);
  expect(box().value).toBe("");
});

test("a known tag that contains a comma stays one tag: picked, typed to its end, or pasted", async () => {
  keep("vocabulary", { stages: [], tags: [office], agents: [], offices: [], attributes: [] });
  await drawForm(desk, "contact");
  await write(box(), "sample tag");
  await act(async () => document.querySelector<HTMLElement>("[role=option]")?.click());
  expect(tokens()).toEqual([office]);

  await click(`Remove ${office}`);
  for (let end = 1; end <= office.length; end++) await write(box(), office.slice(0, end));
  expect(box().value).toBe(office);
  await press(box(), "Enter");
  expect(tokens()).toEqual([office]);

  await click(`Remove ${office}`);
  await paste(box(), `Hot, ${office}`);
  expect(tokens()).toEqual(["Hot", office]);
});

test.each(["，", "、", ","])("%s ends a tag while typing", async (comma) => {
  await drawForm(desk, "contact");
  await write(box(), `热${comma}`);
  expect(tokens()).toEqual(["热"]);
  expect(box().value).toBe("");
});

test("while the input method composes, Enter, a comma and Backspace add or remove nothing", async () => {
  await drawForm(desk, "contact", { tagsAdd: ["Hot"] });
  await act(async () => box().focus());
  await compose(box(), "てんき、");
  expect(tokens()).toEqual(["Hot"]);
  for (const key of ["Enter", "Backspace", "ArrowLeft", "ArrowDown", "Escape"]) {
    await press(box(), key, { isComposing: true });
    await press(box(), key, { keyCode: 229 } as KeyboardEventInit);
    expect(box().value, key).toBe("てんき、");
    expect(document.activeElement, key).toBe(box());
  }
  await act(async () => box().dispatchEvent(new CompositionEvent("compositionend", { bubbles: true })));
  expect(tokens()).toEqual(["Hot", "てんき"]);
});

test("typed text joins a pasted list; a text that is no list is pasted as usual", async () => {
  await drawForm(desk, "contact");
  await write(box(), "Hot ");
  box().setSelectionRange(4, 4);
  await paste(box(), "Lead; Cold Lead");
  expect(tokens()).toEqual(["Hot Lead", "Cold Lead"]);
  expect(await paste(box(), "Relocation")).toBe(true);
});

test("a tag that is too long can be moved to the note and back; the note keeps what was typed since", async () => {
  const long = "t".repeat(65);
  const note = () => document.getElementById("f-content") as Box;
  await drawForm(desk, "contact", { tagsAdd: [long, "Hot"], content: "Wants a yard" });
  await click(`Move ${long} to the note`);
  expect(tokens()).toEqual(["Hot"]);
  expect(note().value).toBe(`Wants a yard\nFull tag: ${long}`);
  await write(note(), `${note().value}\nand a garage`);
  await click("Undo");
  expect(tokens()).toEqual(["Hot", long]);
  expect(note().value).toBe("Wants a yard\nand a garage");
});
