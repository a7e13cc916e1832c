import type { Locator, Page } from "@playwright/test";
import { atOpenHouse, expect, test } from "../foyer.ts";
import { openHeld, stillFirst, takenOver } from "../heldPage.ts";

/** Lists and boxes that listen to keys, tested key by key as people use them. */

const states = `Alabama AL, Alaska AK, Arizona AZ, Arkansas AR, California CA, Colorado CO, Connecticut CT, Delaware DE,
District of Columbia DC, Florida FL, Georgia GA, Hawaii HI, Idaho ID, Illinois IL, Indiana IN, Iowa IA, Kansas KS,
Kentucky KY, Louisiana LA, Maine ME, Maryland MD, Massachusetts MA, Michigan MI, Minnesota MN, Mississippi MS,
Missouri MO, Montana MT, Nebraska NE, Nevada NV, New Hampshire NH, New Jersey NJ, New Mexico NM, New York NY,
North Carolina NC, North Dakota ND, Ohio OH, Oklahoma OK, Oregon OR, Pennsylvania PA, Puerto Rico PR, Rhode Island RI,
South Carolina SC, South Dakota SD, Tennessee TN, Texas TX, Utah UT, Vermont VT, Virginia VA, Washington WA,
West Virginia WV, Wisconsin WI, Wyoming WY, Guam GU, U.S. Virgin Islands VI`
  .split(/,\s+/)
  .map((state) => [state.slice(0, -3), state.slice(-2)] as const);
const stateNames = states.map(([name]) => name);
const stateCodes = states.map(([, code]) => code);
const provinces = `Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland and Labrador, Northwest Territories,
Nova Scotia, Nunavut, Ontario, Prince Edward Island, Quebec, Québec, Saskatchewan, Yukon`.split(/,\s+/);
const agents = ["Sample Agent One", "Sample Agent Two", "Sample Agent Three"];
const offices = ["Sample Brokerage", "Sample Office North", "Sample Office South"];
const stages = ["New Leads", "Attempted Contact", "Active Client", "Under Contract", "Closed", "Archived"];
const tags = ["Open House", "Relocation", "First-time buyer", "Sample tag with a comma, and more"];
const segments = ["Sample segment", "Sample segment of buyers"];
const relationships = ["Spouse", "Partner", "Child", "Parent", "Other", "Otherwise", "Spouse of the seller"];
const usual = relationships.slice(0, 5);
const attributes = [
  ...["Open house visited", "Feedback on the home", "Must-haves", "Number of pets", "Lease ends"],
  ...["Wedding anniversary", "Down payment", "Pre-approved amount"],
];

for (const station of ["front-desk", "open-house"] as const)
  test(`${station}: every state, province, list entry and tag is kept as typed, key by key`, async ({ page }) => {
    test.setTimeout(240_000);
    if (station === "open-house") await atOpenHouse(page);
    await page.goto(`/s/${station}/contact`);
    const box = (name: string) =>
      page.getByRole("combobox", { name: new RegExp(`^${name}( \\(optional\\))?$`) }).last();
    await listed(page, tags);
    await typeTokens(page, box("Tags"), tags);

    if (station === "open-house") await page.goto(`/s/${station}/review`);
    // `all` does not wait, and the folds load late.
    if (station === "open-house") await page.locator("main summary").first().waitFor();
    for (const fold of await page.locator("main summary").all()) await fold.click();
    await typeEach(page, box("Assign to"), agents);
    await typeEach(page, box("Stage"), stages);
    await page.getByRole("group", { name: "Who can see it" }).getByText("Office", { exact: true }).click();
    await typeEach(page, box("Which agent or office"), offices);

    await typeTokens(page, box("Segments"), segments);

    await page.goto(`/s/${station}/property`);
    await typeEach(page, box("State"), [...stateNames, ...provinces]);
    await typeEach(page, box("State"), stateCodes, stateNames);
    await page.goto(`/s/${station}/attributes`);
    await add(page, "Add custom attribute");
    await typeEach(page, box("Name"), attributes);
    await page.goto(`/s/${station}/inquiry`);
    await add(page, "Add place");
    await typeEach(page, box("State"), [...stateNames, ...provinces], [...stateCodes, ...provinces]);
    await page.goto(`/s/${station}/family`);
    await add(page, "Add family member");
    const relationship = page.getByLabel(/, in other words/);
    await typeEach(
      page,
      relationship,
      relationships,
      relationships.map((name) => (usual.includes(name) ? "" : name)),
    );
  });

for (const [at, name, keys, next, left] of [
  ["property", "State", "IN", "ZIP code", "Indiana"],
  ["property", "State", "New", "ZIP code", "New"],
  ["contact", "Assign to", "Sample", "", "Sample"],
  ["contact", "Tags", "e", "", ""],
] as const)
  test(`on a slow device Tab after "${keys}" in ${name} moves to the next box, even if a list is open`, async ({
    page,
  }) => {
    await page.goto(`/s/front-desk/${at}`);
    await listed(page, agents);
    const box = page.getByRole("combobox", { name, exact: true }).last();
    await box.focus();
    const device = await page.context().newCDPSession(page);
    await device.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await sendKeys(page, [...keys, "Tab", ..."94103"]);
    await expect(box).toHaveValue(left);
    await expect(box).not.toBeFocused();
    if (next) await expect(page.getByLabel(next, { exact: true })).toHaveValue("94103");
    else await expect(page.locator("aside :focus")).toBeVisible();
  });

test("on a slow network no key is lost, doubled or moved when the code of the lists arrives", async ({ page }) => {
  const asked = page.waitForRequest(/\/assets\/form-[^/]*\.js$/);
  const letThrough = await openHeld(page, "/s/front-desk");
  const name = page.getByLabel("First name");
  await name.focus();
  await page.keyboard.type("Annabella");
  for (let times = 0; times < 4; times++) await page.keyboard.press("ArrowLeft");
  await asked;
  let typed = "";
  const typeOne = async () => {
    const key = "xyz".charAt(typed.length % 3);
    await page.keyboard.type(key, { delay: 100 });
    typed += key;
  };
  while (typed.length < 6) await typeOne();
  await stillFirst(page);
  letThrough();
  while (typed.length < 200 && (typed.length < 12 || (await page.locator("#first").count()) > 0)) await typeOne();
  await takenOver(page);
  const agent = page.getByRole("combobox", { name: "Assign to", exact: true });
  await expect(agent).toBeVisible();
  await page.keyboard.type("-");
  await expect(name).toHaveValue(`Annab${typed}-ella`);
  await expect(name).toBeFocused();
  await agent.focus();
  await page.keyboard.type("Sample Agent Two");
  await expect(agent).toHaveValue("Sample Agent Two");
});

test("IME keys accept candidates and do not commit a tag or leave the box", async ({ page }) => {
  await page.goto("/s/front-desk");
  const tags = page.getByRole("combobox", { name: "Tags", exact: true });
  const committed = page.getByRole("button", { name: /^Remove / });
  const ime = await page.context().newCDPSession(page);
  await tags.focus();
  for (const text of ["て", "てん", "天気", "天気、"])
    await ime.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  for (const key of ["ArrowDown", "Enter", "Escape"])
    for (const type of ["rawKeyDown", "keyUp"] as const)
      await ime.send("Input.dispatchKeyEvent", { type, key, code: key, windowsVirtualKeyCode: 229 });
  await expect(tags).toHaveValue("天気、");
  await expect(committed).toHaveCount(0);
  await ime.send("Input.insertText", { text: "天気" });
  await expect(tags).toHaveValue("天気");
  await expect(committed).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(committed).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Remove 天気", exact: true })).toBeVisible();

  const name = page.getByLabel("First name");
  await name.focus();
  await ime.send("Input.imeSetComposition", { text: "ひろ", selectionStart: 2, selectionEnd: 2 });
  await ime.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", windowsVirtualKeyCode: 229 });
  await expect(name).toBeFocused();
  await ime.send("Input.insertText", { text: "寛" });
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Last name")).toBeFocused();
  await expect(name).toHaveValue("寛");
});

test("keyboard shortcuts work on a Russian layout, and the lead is sent", async ({ page, foyer }) => {
  await page.goto("/s/front-desk");
  await expect(page.getByRole("button", { name: "All shortcuts" })).toBeVisible();
  const russian = await page.context().newCDPSession(page);
  const control = async (key: string, code: string) => {
    for (const type of ["rawKeyDown", "keyUp"] as const)
      await russian.send("Input.dispatchKeyEvent", { type, key, code, modifiers: 2 });
  };
  await page.keyboard.type("Layout");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Sample");
  await page.keyboard.press("Enter");
  await page.keyboard.type("(415) 555-0134");
  await page.getByLabel("Referred by").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Inquiry" })).toBeVisible();
  await page.getByLabel("Price from").pressSequentially("650000¹");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Price to")).toBeFocused();
  await expect(page.getByLabel("Price from")).toHaveAccessibleDescription(/must be a number, like 650,000/);
  await expect(page.getByLabel("Price from")).toHaveValue("650000¹");

  await control("л", "KeyK");
  await expect(page.getByRole("combobox", { name: "Jump to a field" })).toBeFocused();
  await page.keyboard.type("price from");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Price from")).toBeFocused();
  await page.keyboard.type("1.2m");
  await page.getByLabel("Bathrooms, at most").pressSequentially("2,5");
  await control("ы", "KeyS");
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Layout");
  expect(lead?.received).toMatchObject({
    lastName: "Sample",
    inquiry: { priceMin: 1200000, bathroomsMax: "2.5" },
  });
});

test("an agent's name that matches two agents is kept and reported, and is never sent", async ({ page, foyer }) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").pressSequentially("Two Agents");
  const agent = page.getByRole("combobox", { name: "Assign to" });
  await listed(page, agents);
  await agent.focus();
  await page.keyboard.type("agent t");
  await page.keyboard.press("Tab");
  await expect(agent).toHaveAccessibleDescription(/Pick one from the list for Assign to/);
  await expect(agent).toHaveValue("agent t");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("alert").getByText("Pick one from the list for Assign to")).toBeVisible();
  expect((await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Two Agents")).toEqual([]);
  await page.getByLabel("First name").focus();
  await page.keyboard.press("F8");
  await expect(agent).toBeFocused();
  await page.keyboard.type("sample agent t");
  await expect(agent).toHaveValue("sample agent t");
  await page.getByRole("option", { name: "Sample Agent Two" }).click();
  await expect(agent).toHaveValue("Sample Agent Two");
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  const lead = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Two Agents");
  expect(String(lead?.received["assignedUserId"])).toBe("651095960100002");
});

/** Sends all keys without waiting for the page, like a fast typist on a slow device. */
async function sendKeys(page: Page, keys: readonly string[]): Promise<void> {
  const device = await page.context().newCDPSession(page);
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 } as const;
  const named: Record<string, object> = { Tab: tab, "Shift+Tab": { ...tab, modifiers: 8 } };
  await Promise.all(
    keys.flatMap((key) => {
      const pressed = named[key] ?? { key };
      const type = key in named ? "rawKeyDown" : "keyDown";
      return [
        device.send("Input.dispatchKeyEvent", { type, ...pressed, ...(key in named ? {} : { text: key }) }),
        device.send("Input.dispatchKeyEvent", { type: "keyUp", ...pressed }),
      ];
    }),
  );
  await device.detach();
}

/** Adds a row. Its first box gets the focus, later than the press. */
async function add(page: Page, row: string): Promise<void> {
  await page.getByRole("button", { name: row }).click();
  await expect(page.locator("form :is(input, textarea):focus")).toBeVisible();
}

/** Types each text, leaves the box and returns. The box must show every key, and `left` after leaving. */
async function typeEach(page: Page, box: Locator, texts: readonly string[], left = texts): Promise<void> {
  await box.focus();
  await box.press("ControlOrMeta+a");
  const held = await box.evaluateHandle((element: HTMLInputElement) => {
    const values: string[] = [];
    element.addEventListener("input", () => queueMicrotask(() => values.push(element.value)));
    element.addEventListener("focus", () => values.push(element.value));
    return values;
  });
  await sendKeys(
    page,
    texts.flatMap((text) => [...text, "Tab", "Shift+Tab"]),
  );
  const wanted = texts.flatMap((text, index) => [...beginnings(text), left[index]]);
  await expect.poll(() => held.jsonValue(), { timeout: 60_000 }).toEqual(wanted);
}

const beginnings = (text: string) => [...text].map((_, index) => text.slice(0, index + 1));

/** Types each token and presses Enter. The box must show every key, and the result must be one token. */
async function typeTokens(page: Page, box: Locator, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) {
    await box.focus();
    const held = await box.evaluateHandle((element: HTMLInputElement) => {
      const values: string[] = [];
      element.addEventListener("keyup", () => values.push(element.value), { passive: true });
      return values;
    });
    await page.keyboard.type(token);
    expect(await held.jsonValue()).toEqual(beginnings(token));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Remove ${token}`, exact: true })).toBeVisible();
  }
  const isPart = new RegExp(`^Remove (${tokens.flatMap((token) => token.split(/, ?/)).join("|")})$`);
  await expect(page.getByRole("button", { name: isPart })).toHaveCount(
    tokens.filter((token) => !/,/.test(token)).length,
  );
}

/** Waits until Lofty's lists are loaded. */
async function listed(page: Page, names: readonly string[]): Promise<void> {
  await expect(async () => {
    const lists: unknown = await page.evaluate(() => localStorage.getItem("foyer:vocabulary"));
    for (const name of names) expect(String(lists)).toContain(name);
  }).toPass();
}
