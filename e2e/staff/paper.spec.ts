import { randomUUID } from "node:crypto";
import { accessible } from "../accessible.ts";
import { atOpenHouse, expect, test, type Foyer } from "../foyer.ts";
import { holdStorage, releaseStorage } from "../holdStorage.ts";

test("a sheet of eight people is keyed in by keyboard, with at most 60 keys a person", async ({ page, foyer }) => {
  await atOpenHouse(page);
  await page.goto("/paper?station=open-house");
  await page.getByLabel("Line 1, First name").focus();
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const type = async (text: string) => {
    for (const key of text) await press(key === " " ? "Space" : key);
  };
  for (let person = 1; person <= 8; person++) {
    const cells = [`Paper${person}`, "Sample", `415555013${person}`, `p${person}@example.com`];
    for (const cell of cells) {
      await type(cell);
      await press("Tab");
    }
    await press("Space");
    for (let tabs = 0; tabs < 3; tabs++) await press("Tab");
    await type("N");
    await press("Tab");
    await type("3");
    await press(person === 8 ? "Control+Enter" : "Enter");
  }
  expect(keys / 8).toBeLessThanOrEqual(60);
  await expect(page.getByRole("status").filter({ hasText: "8 people are saved on this" })).toBeVisible();
  const came = async () =>
    (await foyer.leads())
      .filter(({ stored }) => /^Paper\d/.test(String(stored["firstName"])))
      .map(({ stored }) => stored);
  await expect.poll(async () => (await came()).length, { timeout: 60_000 }).toBe(8);
  expect((await came())[0]).toMatchObject({ withBuyerAgent: "No", buyingTimeFrame: "3-6", cannotText: false });
});

test("a CSV file of 200 people shows over-long names, bad emails and known people before anything is sent", async ({
  page,
  foyer,
}) => {
  await atOpenHouse(page);
  const known = { firstName: "Known", lastName: "Before", emails: ["known@example.com"], cannotCall: true };
  await page.request.post("/api/leads", {
    headers: { "idempotency-key": randomUUID() },
    data: { station: "front-desk", capturedAt: new Date().toISOString(), lead: known },
  });
  await expect.poll(() => named(foyer, "Known"), { timeout: 30_000 }).toBe(1);
  const rows = Array.from({ length: 200 }, (_, index) => {
    if (index === 3) return `${"Overlong".repeat(5)},Sample,long@example.com`;
    if (index === 5) return "Bad,Email,not an address";
    if (index === 7) return "Kim,Sample,known@example.com";
    return `Csv${index},Sample,csv${index}@example.com`;
  });
  await page.goto("/paper?station=open-house");
  const sent = async () =>
    (await foyer.leads()).filter(({ received }) => String(received["firstName"]).startsWith("Csv"));
  // Lofty's answers come later.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/known", async (route) => {
    await held;
    await route.continue();
  });
  const buffer = Buffer.from(["First name,Last name,Email", ...rows].join("\r\n"));
  await page.getByLabel("Open a CSV file").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
  await expect(page.getByText("200 people in the file. Nothing is sent yet.")).toBeVisible();
  await expect(page.getByText("First name must be 30 characters or fewer")).toBeVisible();
  await expect(page.getByText("Enter an email like name@example.com")).toBeVisible();
  await expect(page.getByText("Known Before was here before with this phone or email.")).toBeVisible();
  await expect(page.getByText("known@example.com: no calls, whatever is ticked now.")).toBeVisible();
  await expect(page.getByText("2 lines to fix")).toBeVisible();
  const places = () =>
    Promise.all(
      [page.getByLabel("Line 9, First name"), page.getByRole("button", { name: "Save 198 people" })].map((one) =>
        one.boundingBox(),
      ),
    );
  const unmoved = await places();
  release();
  await expect(page.getByText(/^Known in the sandbox: Known Before, lead \d+\./)).toBeVisible();
  await expect(page.getByText("Known in the sandbox: 1.", { exact: true })).toBeVisible({ timeout: 30_000 });
  expect(await places()).toEqual(unmoved);
  expect(await sent()).toEqual([]);
  // The other lines stay, also after a reload. Saving does not wait for look-ups.
  await page.unroute("**/api/known");
  await page.route("**/api/known", () => undefined);
  await page.reload();
  await expect(page.getByLabel("Line 1, First name")).toHaveValue("Csv0");
  await page.getByRole("button", { name: "Save 198 people" }).click();
  await expect(page.getByText("2 lines are left.")).toBeVisible({ timeout: 60_000 });
  await expect(page.getByLabel("File line 6, Email")).toHaveValue("not an address", { timeout: 60_000 });
});

test("the sheet says the station's wording, and has a code only with an https address", async ({ page }) => {
  await atOpenHouse(page);
  await page.goto("/paper/sheet?station=open-house");
  await expect(page.getByRole("heading", { level: 1, name: "48 Larkspur Lane" })).toBeVisible();
  await expect(page.getByText("that needs an https address")).toBeVisible();
  await expect(page.getByRole("img", { name: "Code that opens the form" })).toHaveCount(0);
  await expect(page.getByRole("listitem")).toHaveCount(8);
  await accessible(page);
  await page.route("**/link", async (route) => {
    const answer = await route.fetch();
    const made = (await answer.json()) as { url: string };
    await route.fulfill({ json: { ...made, url: made.url.replace(/^http:\/\/[^/]+/, "https://foyer.example.com") } });
  });
  await page.reload();
  await expect(page.getByRole("img", { name: "Code that opens the form" })).toBeVisible();
  const pdf = await page.pdf({ format: "A4", printBackground: true });
  // One page.
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test("what is typed while lines are saved stays", async ({ page, foyer }) => {
  await atOpenHouse(page);
  await page.clock.install();
  await page.goto("/paper?station=open-house");
  await page.getByLabel("Line 1, First name").fill("Stored");
  await page.getByLabel("Line 1, Phone").fill("4155550134");
  await holdStorage(page);
  await page.getByRole("button", { name: "Save 1 person" }).click();
  await page.getByLabel("Line 2, First name").pressSequentially("Typed Meanwhile");
  // The line that is being saved does not change any more.
  await expect(page.getByLabel("Line 1, First name")).not.toBeEditable();
  await releaseStorage(page);
  await expect(page.getByRole("status").filter({ hasText: "1 person is saved on this computer" })).toBeVisible();
  await expect(page.getByLabel("Line 1, First name")).toHaveValue("Typed Meanwhile");
  await expect(page.getByLabel("Line 1, First name")).toBeFocused();
  await page.reload();
  await expect(page.getByLabel("Line 1, First name")).toHaveValue("Typed Meanwhile");
  await expect.poll(() => named(foyer, "Stored")).toBe(1);
});

test("lines that this browser cannot store stay in the list until they are in the proxy", async ({ page, foyer }) => {
  await atOpenHouse(page);
  await page.goto("/paper?station=open-house");
  for (const [at, name] of ["Unstored One", "Unstored Two"].entries()) {
    await page.getByLabel(`Line ${at + 1}, First name`).fill(name);
    await page.getByLabel(`Line ${at + 1}, Phone`).fill(`415555013${at}`);
  }
  await page.route("**/api/leads", (route) => route.abort());
  await page.evaluate(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "UnknownError");
    };
  });
  await page.getByRole("button", { name: "Save 2 people" }).click();
  const said = page
    .getByRole("status")
    .filter({ hasText: "This computer can’t store leads. 2 lines go to the sandbox" });
  await expect(said).toBeVisible();
  await expect(page.getByLabel("Line 2, First name")).toHaveValue("Unstored Two");
  await expect(page.getByLabel("Line 2, First name")).not.toBeEditable();
  await accessible(page);
  await page.unroute("**/api/leads");
  await expect(page.getByLabel("Line 1, First name")).toHaveValue("", { timeout: 60_000 });
  await expect(page.getByLabel("Line 2, First name")).toHaveValue("");
  for (const name of ["Unstored One", "Unstored Two"]) await expect.poll(() => named(foyer, name)).toBe(1);
});

for (const width of [390, 820, 1440])
  test(`${width} px wide: no line scrolls sideways, an email is seen whole, and the keys go through a line in its order`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await atOpenHouse(page);
    await page.goto("/paper?station=open-house");
    await page.getByLabel("Line 1, First name").press("Tab");
    const reached: unknown[] = [];
    for (let tabs = 0; tabs < 8; tabs++) {
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")));
      await page.keyboard.press("Tab");
    }
    const ways = ["may we text?", "may we call?", "may we email?"];
    const order = ["Last name", "Phone", "Email", ...ways, "Has an agent", "Buying timeline"];
    expect(reached).toEqual(order.map((name) => `Line 1, ${name}`));
    await expect(page.getByLabel("Line 2, First name")).toBeFocused();
    const email = page.getByLabel("Line 2, Email");
    await email.pressSequentially("firstname.lastname@example.com");
    expect(await email.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await email.press("Enter");
    await expect(page.getByLabel("Line 3, First name")).toBeFocused();
    const tooWide = await page.evaluate(() =>
      [...document.querySelectorAll("main, main *")]
        .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth)
        .map((one) => one.className),
    );
    expect(tooWide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await accessible(page);
  });

const named = async (foyer: Foyer, name: string) =>
  (await foyer.leads()).filter(({ received }) => received["firstName"] === name).length;
