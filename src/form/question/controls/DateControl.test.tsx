// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, click, drawForm, leave, write, type Box } from "../../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const box = (part: string) => document.getElementById(`f-birthday-${part}`) as Box;
const boxes = () => ["month", "day", "year"].map((part) => box(part).value);
const offers = () =>
  [...document.querySelectorAll("#f-birthday button")].map(({ textContent }) => textContent).filter(Boolean);

test.each([
  ["06/05/2001", ["Use Jun 5, 2001", "Use May 6, 2001"]],
  ["June 5, 2001", ["Use Jun 5, 2001"]],
])("a whole date in one box: stays as pasted and is offered as a date: %s", async (text, offered) => {
  await drawForm(desk, "contact");
  await write(box("month"), text);
  expect(offers()).toEqual(offered);
  await leave(box("month"));
  expect(boxes()).toEqual([text, "", ""]);
  await click("Use Jun 5, 2001");
  expect(boxes()).toEqual(["Jun", "5", "2001"]);
  expect(offers()).toEqual([]);
});

test("5th and a two-digit year: offered after the boxes lose the focus, never taken automatically", async () => {
  await drawForm(desk, "contact");
  await write(box("month"), "June");
  await write(box("day"), "5th");
  await write(box("year"), "01");
  expect(offers()).toEqual([]);
  await leave(box("year"));
  expect(boxes()).toEqual(["June", "5th", "01"]);
  expect(document.getElementById("f-birthday-error")?.textContent).toContain("must be a real date with its year");
  expect(offers()).toEqual(["Use Jun 5, 2001", "Use Jun 5, 1901"]);
});
