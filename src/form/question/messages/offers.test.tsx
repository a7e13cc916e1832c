// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, click, drawForm, leave, paste, write, type Box } from "../../testing/form.tsx";

afterEach(clearForm);

const of = (id: string) => readyStations.find((station) => station.id === id) as (typeof readyStations)[number];
const [desk, kiosk] = [of("front-desk"), of("kiosk")];
const box = (path: string) => document.getElementById(`f-${path}`) as Box;
const rows = (list: string) => [...document.querySelectorAll<Box>(`input[id^="f-${list}-"]`)].map(({ value }) => value);
const buttons = () => [...document.querySelectorAll("button")].map(({ textContent }) => textContent);

test("an address after a name: is offered; the name goes into the note, and Undo brings it back", async () => {
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
])("an address after a name, for %s: no note is needed", async (_who, station, draft) => {
  await drawForm(station, "contact", draft);
  await write(box("emails-0"), "Ada Sample <ada@example.com>");
  await leave(box("emails-0"));
  await click("Use ada@example.com");
  expect(box("emails-0").value).toBe("ada@example.com");
  expect(buttons()).not.toContain("Undo");
});

test.each([
  ["mailto:ada@example.com", "ada@example.com"],
  ["<ada@example.com>", "ada@example.com"],
  ["ada＠example．com", "ada@example.com"],
  ["ada..s@example.com", "ada.s@example.com"],
  ["“ada@example.com”,", "ada@example.com"],
  ["ada @ example.com", "ada@example.com"],
])("%s is refused and %s is offered", async (typed, meant) => {
  await drawForm(desk, "contact");
  await write(box("emails-0"), typed);
  await leave(box("emails-0"));
  expect(document.body.textContent).toContain("Enter an email like name@example.com");
  expect(box("emails-0").value).toBe(typed);
  await click(`Use ${meant}`);
  expect(box("emails-0").value).toBe(meant);
});

test("a pasted number with an extension stays one number", async () => {
  await drawForm(desk, "contact");
  for (const typed of ["415-555-0134, ext. 12", "030 / 555 01 34"]) {
    await paste(box("phones-0"), typed);
    expect(rows("phones")).toHaveLength(1);
  }
});

test("a visitor's number that is too long: its short form is offered", async () => {
  await drawForm(kiosk, "contact");
  await write(box("phones-0"), "415-555-0134 after five, please");
  await click("Use +14155550134");
  expect(box("phones-0").value).toBe("+14155550134");
  await write(box("phones-0"), "+1 (415) 555-0134 ext. 22");
  await click("Use +14155550134 x22");
  expect(box("phones-0").value).toBe("+14155550134 x22");
  await write(box("phones-0"), "0 0 0 0 0 0 0 0 0 0 0 0 0 1");
  await click("Use 00000000000001");
});

test.each([
  ["415-555-0134 ask for Ada", "+14155550134"],
  ["+44 (0) 20 7946 0958 mobile", "+442079460958"],
  ["+1 (415) 555-0134 ext. 22", "+14155550134"],
  ["415-555-0134 x12 after 5pm", "415-555-0134"],
  ["415-555-0134 (Ada) 650-555-0101 (Bob)", "415-555-0134"],
  ["cell 415-555-0134 work 650-555-0101", "415-555-0134"],
])("staff's number with words, too long: %s; the note keeps it all, and Undo brings it back", async (typed, short) => {
  await drawForm(desk, "contact", { content: "Wants a yard" });
  await write(box("phones-0"), typed);
  await click(`Use ${short} and keep full text in note`);
  expect(box("phones-0").value).toBe(short);
  expect(box("content").value).toBe(`Wants a yard\nFull phone: ${typed}`);
  await click("Undo");
  expect(box("phones-0").value).toBe(typed);
  expect(box("content").value).toBe("Wants a yard");
});

test("staff's number without words, too long: nothing needs a note", async () => {
  await drawForm(desk, "contact");
  await write(box("phones-0"), "( 415 ) - 555 - 0134 .");
  await click("Use +14155550134");
  expect(box("phones-0").value).toBe("+14155550134");
  expect(buttons()).not.toContain("Undo");
});

test.each([
  ["493055501340", "+493055501340"],
  ["0044 20 7946 0958", "+442079460958"],
])("a number from abroad without its plus: %s is offered as %s", async (typed, meant) => {
  await drawForm(desk, "contact");
  await write(box("phones-0"), typed);
  await click(`Use ${meant}`);
  expect(box("phones-0").value).toBe(meant);
});

test.each([
  "4155550134",
  "1 (415) 555-0134",
  "555-0134",
  "415-555-0134 ext. 12",
  "+49 30 55501340",
  "044 55 1234 5678",
])("a number that may be a US number, or has its plus, gets no offer: %s", async (typed) => {
  await drawForm(desk, "contact");
  await write(box("phones-0"), typed);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(buttons().filter((text) => text?.startsWith("Use +"))).toEqual([]);
});

test("a last name in the first name's box: can be moved only while its own box is empty", async () => {
  await drawForm(desk, "contact", { firstName: "Ada Sample" });
  expect(buttons()).not.toContain("Move Sample to last name");
  await leave(box("firstName"));
  await click("Move Sample to last name");
  expect([box("firstName").value, box("lastName").value]).toEqual(["Ada", "Sample"]);
  await write(box("firstName"), "Ada Maria");
  await leave(box("firstName"));
  expect(buttons().filter((text) => text?.startsWith("Move"))).toEqual([]);
});

test("characters that change the direction stay, and can be removed", async () => {
  await drawForm(desk, "contact", { firstName: "\u202eAda\u202c" });
  expect(box("firstName").value).toBe("\u202eAda\u202c");
  await click("Remove hidden marks that turn the text around");
  expect(box("firstName").value).toBe("Ada");
});

test("pasted emails and phones get one row each", async () => {
  await drawForm(desk, "contact");
  await paste(box("emails-0"), "a@example.com b@example.com");
  expect(rows("emails")).toEqual(["a@example.com", "b@example.com"]);
  await paste(box("phones-0"), "4155550134 / 4155550135");
  expect(rows("phones")).toEqual(["4155550134", "4155550135"]);
});

test("two numbers in one box, too long for one: offers a row each", async () => {
  await drawForm(desk, "contact", { phones: ["4155550134 / 4155550135", "4155550136"] });
  await click("Split into two");
  expect(rows("phones")).toEqual(["4155550134", "4155550135", "4155550136"]);
});

test.each(["4155550134/99", "+1 (415) 555-0134 ext/9 9"])("%s is one number", async (typed) => {
  await drawForm(desk, "contact", { phones: [typed] });
  expect(buttons().filter((text) => text?.startsWith("Split"))).toEqual([]);
});

test("dots between thousands: offers a number and keeps the text as typed", async () => {
  await drawForm(desk, "inquiry");
  await write(box("inquiry-priceMin"), "650.000");
  await leave(box("inquiry-priceMin"));
  expect(box("inquiry-priceMin").value).toBe("650.000");
  expect(document.body.textContent).toContain("Price from must be a number, like 650,000");
  await click("Use 650,000");
  expect(box("inquiry-priceMin").value).toBe("650,000");
});

test("a number with too many digits for a JavaScript number stays as typed", async () => {
  await drawForm(desk, "inquiry");
  await write(box("inquiry-priceMin"), "999999999999999999");
  await leave(box("inquiry-priceMin"));
  expect(box("inquiry-priceMin").value).toBe("999999999999999999");
});
