// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import { clearForm, click, drawForm, leave, paste, write, type Box } from "../testing/form.tsx";

afterEach(clearForm);

const of = (id: string) => readyStations.find((station) => station.id === id) as (typeof readyStations)[number];
const [desk, kiosk] = [of("front-desk"), of("kiosk")];
const box = (path: string) => document.getElementById(`f-${path}`) as Box;
const rows = (list: string) => [...document.querySelectorAll<Box>(`input[id^="f-${list}-"]`)].map(({ value }) => value);
const buttons = () => [...document.querySelectorAll("button")].map(({ textContent }) => textContent);

test("an address in a name's brackets is offered; the name is kept in the note, and comes back", async () => {
  const copied = "Ada Sample <ada@example.com>";
  await drawForm(desk, "contact", { firstName: "Ada", content: "Wants a yard" });
  await write(box("emails-0"), copied);
  await leave(box("emails-0"));
  expect(box("emails-0").value).toBe(copied);
  await click("Use ada@example.com and keep the name in note");
  expect(box("emails-0").value).toBe("ada@example.com");
  expect(box("content").value).toBe(`Wants a yard\nFull email: ${copied}`);
  await click("Undo");
  expect(box("emails-0").value).toBe(copied);
  expect(box("content").value).toBe("Wants a yard");
});

test.each([
  ["staff who wrote the name already", desk, { firstName: "Ada", lastName: "Sample" }],
  ["a visitor", kiosk, {}],
])("an address in brackets, for %s: no note is needed", async (_who, station, draft) => {
  await drawForm(station, "contact", draft);
  await write(box("emails-0"), "Ada Sample <ada@example.com>");
  await leave(box("emails-0"));
  await click("Use ada@example.com");
  expect(box("emails-0").value).toBe("ada@example.com");
  expect(buttons()).not.toContain("Undo");
});

test("pasted addresses and phones have a row each", async () => {
  await drawForm(desk, "contact");
  await paste(box("emails-0"), "a@example.com b@example.com");
  expect(rows("emails")).toEqual(["a@example.com", "b@example.com"]);
  await paste(box("phones-0"), "4155550134 / 4155550135");
  expect(rows("phones")).toEqual(["4155550134", "4155550135"]);
});

test("two numbers typed in one box, too long for one, are offered a box each", async () => {
  await drawForm(desk, "contact", { phones: ["4155550134 / 4155550135", "4155550136"] });
  await click("Split into two");
  expect(rows("phones")).toEqual(["4155550134", "4155550135", "4155550136"]);
});

test.each(["4155550134/99", "+1 (415) 555-0134 ext/9 9"])("%s is one number", async (typed) => {
  await drawForm(desk, "contact", { phones: [typed] });
  expect(buttons().filter((text) => text?.startsWith("Split"))).toEqual([]);
});

test("dots between thousands are asked about, and stay as typed until somebody answers", async () => {
  await drawForm(desk, "inquiry");
  await write(box("inquiry-priceMin"), "650.000");
  await leave(box("inquiry-priceMin"));
  expect(box("inquiry-priceMin").value).toBe("650.000");
  expect(document.body.textContent).toContain("Price from must be a number, like 650,000");
  await click("Use 650,000");
  expect(box("inquiry-priceMin").value).toBe("650,000");
});

test("a number with more digits than a number holds stays as typed", async () => {
  await drawForm(desk, "inquiry");
  await write(box("inquiry-priceMin"), "999999999999999999");
  await leave(box("inquiry-priceMin"));
  expect(box("inquiry-priceMin").value).toBe("999999999999999999");
});
