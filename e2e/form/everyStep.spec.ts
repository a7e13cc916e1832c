import { expect, test } from "../foyer.ts";

test("front desk: answers on every step reach Lofty unchanged, and the lead number is shown", async ({
  page,
  foyer,
}) => {
  await page.goto("/s/front-desk");
  await page.getByLabel("First name").fill("Zoë Ámbar");
  await page.getByLabel("Last name").fill("Okafor-Sample");
  await page.getByLabel("Phone 1").fill("(415) 555-0134");
  await page.getByRole("button", { name: "Add phone" }).click();
  await page.getByRole("textbox", { name: "Phone 2" }).fill("+1 212 555 0198");
  await page.getByLabel("Email 1").fill("zoe.sample@example.com");
  await page.getByRole("checkbox", { name: "Buyer" }).check();
  await page.getByRole("checkbox", { name: "Seller" }).check();
  const birthday = page.getByRole("group", { name: "Birthday" });
  await birthday.getByLabel("Month").fill("june");
  await birthday.getByLabel("Day").fill("5");
  await birthday.getByLabel("Year").fill("2001");
  await page.getByRole("group", { name: "May we text?" }).getByLabel("Said yes").check();
  await page.getByRole("group", { name: "May we call?" }).getByLabel("Said no").check();
  await page.getByLabel("Note for the team").fill("Loved the kitchen.\nHas to sell first.");
  await page.getByRole("combobox", { name: "Tags", exact: true }).fill("Hot Lead");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Assign to" }).fill("1738234566814937089");

  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Inquiry" })).toBeVisible();
  await page.getByRole("group", { name: "Buying timeline" }).getByLabel("6 to 12 months").check();
  await page.getByRole("group", { name: "Pre-approved?" }).getByLabel("Yes").check();
  await page.getByLabel("Price from").fill("650k");
  await page.getByLabel("Price to").fill("$1,250,000");
  await page.getByRole("group", { name: "Bathrooms", exact: true }).getByLabel("2+").check();
  await page.getByRole("button", { name: "Add place" }).click();
  await page.getByLabel("City").fill("Austin");
  await page.getByRole("combobox", { name: "State" }).fill("Texas");

  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Property" })).toBeVisible();
  await page.getByLabel("Street address").fill("905 Sample Street");
  await page.getByLabel("Bathrooms").fill("2.5");
  await page.getByRole("group", { name: "Property type" }).getByLabel("Condo").check();

  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Family" })).toBeVisible();
  await page.getByRole("button", { name: "Add family member" }).click();
  await page.getByLabel("First name").fill("Sam");
  await page.getByRole("checkbox", { name: "Spouse" }).check();

  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Custom attributes" })).toBeVisible();
  await page.getByLabel("Loan amount").fill("420,000");
  const interests = page.getByRole("group", { name: "Interested in" });
  await interests.getByLabel("Yard").check();
  await interests.getByLabel("Schools").check();

  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { name: "Check and send" })).toBeVisible();
  await expect(page.getByText("Everything fits. Nothing will be cut.")).toBeVisible();
  await expect(page.getByText("$650,000")).toBeVisible();
  await page.getByRole("button", { name: "Send lead" }).click();

  await expect(page.getByRole("heading", { name: "In the sandbox" })).toBeVisible();
  const shown = await page.getByText(/^Lead \d+$/).innerText();
  const lead = (await foyer.leads()).find(({ leadId }) => `Lead ${leadId}` === shown);
  expect(lead?.cut).toEqual([]);
  expect(lead?.stored).toMatchObject({
    firstName: "Zoë Ámbar",
    lastName: "Okafor-Sample",
    phones: ["(415) 555-0134", "+1 212 555 0198"],
    emails: ["zoe.sample@example.com"],
    leadTypes: [2, 1],
    birthday: "Jun 5, 2001",
    cannotText: false,
    cannotCall: true,
    tagsAdd: ["Hot Lead"],
    source: "Walk-in",
    buyingTimeFrame: "6-12",
    preQual: "Yes",
    inquiry: {
      priceMin: 650000,
      priceMax: 1250000,
      bathroomsMin: "2",
      locations: [{ city: "Austin", stateCode: "TX" }],
    },
    property: { streetAddress: "905 Sample Street", bathrooms: 2.5, propertyType: "Condo" },
    leadFamilyMemberList: [{ firstName: "Sam", relationship: "Spouse" }],
    customAttributeList: [
      { attributeName: "Loan amount", attributeType: "currency", value: "420000" },
      { attributeName: "Interested in", attributeType: "multi_select", value: '["Schools","Yard"]' },
    ],
  });
  expect(String(lead?.stored["assignedUserId"])).toBe("1738234566814937089");
  expect(String(lead?.stored["content"]).split("\n-- foyer")[0]).toBe("Loved the kitchen.\nHas to sell first.");
});
