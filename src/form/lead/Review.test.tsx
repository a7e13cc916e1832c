// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, click, drawForm } from "../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const row = (attributeName: string, attributeType: string, value: string) => ({ attributeName, attributeType, value });
const lead = {
  firstName: "Ada",
  phones: ["415 555 0134", "415 555 0135"],
  language: "de",
  leadTypes: [2, 5],
  cannotText: true,
  cannotCall: false,
  preQual: "Yes",
  inquiry: {
    priceMin: "650000",
    bedroomsMin: 3,
    locations: [{ city: "Oakland", stateCode: "CA", zipCode: "94601" }, { city: "Nowhere" }],
  },
  leadFamilyMemberList: [
    { firstName: "Kid", lastName: "Sample", relationship: "Child", birthday: "Mar 4, 2010" },
    { firstName: "Kin", phones: ["415 555 0136", "415 555 0137"] },
  ],
  customAttributeList: [
    row("Loan amount", "currency", "350000"),
    row("Interested in", "multi_select", '["Yard","Views"]'),
    row("Rate", "percentage", "2.5"),
    row("Yes", "text", "2"),
  ],
};

const answers = () =>
  Object.fromEntries(
    [...document.querySelectorAll("section > dl > div")].map((line) => [
      line.querySelector("dt")?.textContent,
      line.querySelector("dd")?.textContent,
    ]),
  );
const text = () => document.body.textContent;
const fits = "Everything fits. Nothing will be cut.";

test("shows answers in words, not as stored values", async () => {
  await drawForm(desk, "review", lead);
  expect(answers()).toMatchObject({
    Phones: "415 555 0134\n415 555 0135",
    Language: "German",
    "Lead type": "Buyer, Renter",
    "May we text?": "Said no",
    "May we call?": "Said yes",
    "Pre-approved?": "Yes",
    "Price from": "$650,000",
    Bedrooms: "3+",
    Where: "Oakland · CA · 94601\nNowhere",
    "Family members": "Kid Sample · Child · Mar 4, 2010\nKin · 415 555 0136, 415 555 0137",
    "Loan amount": "$350,000",
    "Interested in": "Yard, Views",
    Rate: "2.5%",
    Yes: "2",
  });
});

test("counts every blank question, including the office's own", async () => {
  await drawForm(desk, "review", lead);
  const attributes = [...document.querySelectorAll("section")].at(-1);
  expect(attributes?.querySelector("summary")?.textContent).toContain("1 question left blank");
  expect(attributes?.querySelector("details dt")?.textContent).toBe("How did you hear about us?");
});

test("does not say that everything fits while there is an issue", async () => {
  await drawForm(desk, "review", { firstName: "Ada", emails: ["ada"] });
  expect(text()).toContain(fits);
  await click(/^Send lead/);
  expect(text()).toContain("1 thing to fix");
  expect(text()).not.toContain(fits);
});

test("an answer that is too long: a button opens its step", async () => {
  const opened: string[] = [];
  await drawForm(desk, "review", { firstName: "Ada", lastName: "n".repeat(31) }, (step) => opened.push(step));
  expect(text()).not.toContain(fits);
  await click("1 answer is too long");
  expect(opened).toEqual(["contact"]);
});
