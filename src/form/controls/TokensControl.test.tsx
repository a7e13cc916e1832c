// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import { clearForm, click, drawForm, paste, write, type Box } from "../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const box = () => document.getElementById("f-tagsAdd") as Box;
const tokens = () => [...document.querySelectorAll(".token > span:first-child")].map(({ textContent }) => textContent);

test("a pasted list is parted at once: lines, semicolons, commas", async () => {
  await drawForm(desk, "contact");
  expect(await paste(box(), "one, two; three\nfour")).toBe(false);
  expect(tokens()).toEqual(["one", "two", "three", "four"]);
  expect(box().value).toBe("");
});

test("what was typed before joins the list; a text that is no list is pasted as anywhere", async () => {
  await drawForm(desk, "contact");
  await write(box(), "Hot ");
  box().setSelectionRange(4, 4);
  await paste(box(), "Lead; Cold Lead");
  expect(tokens()).toEqual(["Hot Lead", "Cold Lead"]);
  expect(await paste(box(), "Relocation")).toBe(true);
});

test("a tag that is too long can move to the note under its name, and back; the note keeps what came since", async () => {
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
