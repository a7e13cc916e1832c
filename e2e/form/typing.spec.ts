import { atOpenHouse, expect, test } from "../foyer.ts";
import { openHeld, stillFirst, takenOver } from "../heldPage.ts";
import { add, listed, sendKeys, typeEach, typeTokens } from "./typeKeys.ts";

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

test("a comma that the form wrote is never read as a decimal sign after an edit", async ({ page }) => {
  await page.goto("/s/front-desk/property");
  const size = page.locator("#f-property-lotSize");
  const edit = async (...keys: readonly string[]) => {
    await size.focus();
    await page.keyboard.press("End");
    for (const key of keys) await page.keyboard.press(key);
  };
  await edit(..."1200", "Tab");
  await expect(size).toHaveValue("1,200");
  await edit("Backspace");
  await expect(size).toHaveValue("1,20");
  await page.keyboard.press("Tab");
  await expect(size).toHaveValue("120");
  await edit(..."00", "Tab");
  await edit("Shift+Home", "5", "Control+z", "End", "Backspace", "Tab");
  await expect(size).toHaveValue("1,200");
  const copy = ["Home", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Control+c"];
  await edit(...copy, "Control+a", "Control+v", "Tab");
  // The pasted comma is the person's.
  await expect(size).toHaveValue("1.2");
});
