// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { clearForm, click, drawForm } from "../../testing/form.tsx";

afterEach(clearForm);

const desk = readyStations.find(({ profile }) => profile === "desk") as (typeof readyStations)[number];
const said = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
const row = (attributeName: string, attributeType: string, value: string) => ({ attributeName, attributeType, value });

interface Case {
  readonly step: string;
  readonly required?: string[];
  readonly draft: object;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    step: "contact",
    required: ["lastName", "leadTypes"],
    draft: {},
    says: ["Enter Last name", "Choose one of the answers for Lead type"],
  },
  { step: "contact", draft: { emails: ["ada", "b@example.com"] }, says: ["Enter an email like name@example.com"] },
  {
    step: "contact",
    draft: { emails: ["ada", "b@example.com", "bob"] },
    says: ["Email 1: Enter an email like name@example.com", "Email 3: Enter an email like name@example.com"],
  },
  {
    step: "contact",
    draft: { phones: ["415 555 0134", "+1 212 555 0198 ext. 2214"], tagsAdd: ["Warm", "x".repeat(65)] },
    says: ["Phone 2 must be 20 characters or fewer", "Tag must be 64 characters or fewer"],
  },
  {
    step: "family",
    draft: { leadFamilyMemberList: [{ firstName: "Kid", emails: ["kid"] }, { emails: ["", "kin"] }] },
    says: [
      "Family member 1, Email 1: Enter an email like name@example.com",
      "Family member 2, Email 1: Enter an email like name@example.com",
      "Enter a first name",
    ],
  },
  {
    step: "attributes",
    draft: { customAttributeList: [row("Loan amount", "currency", "650.000"), row("Rate", "percentage", "low")] },
    says: ["Loan amount must be a number, like 650,000", "Rate must be a number, like 2.5"],
  },
  {
    step: "inquiry",
    draft: { inquiry: { priceMin: "999999999999999999", bedroomsMax: "9999999999", priceMax: "650.000" } },
    says: [
      "Price from must be between 0 and 9,007,199,254,740,991",
      "Price to must be a number, like 650,000",
      "Bedrooms, at most must be between 0 and 2,147,483,647",
    ],
  },
];

test.each(cases)(
  "$says.0 … appears at the answers and in the summary",
  async ({ step, required = [], draft, says }) => {
    await drawForm({ ...desk, required }, step, { firstName: "Ada", ...draft });
    await click(/^Send now/);
    expect(said("[role=alert] a").toSorted()).toEqual(says.toSorted());
    expect(said("p[id$=-error]").toSorted()).toEqual(says.toSorted());
  },
);

test("a visitor who pasted more phones than a visitor may name is told how many, and keeps all rows", async () => {
  const embed = readyStations.find(({ profile }) => profile === "embed") as (typeof readyStations)[number];
  const phones = Array.from({ length: 6 }, (_, index) => `415 555 013${index}`);
  await drawForm(embed, "contact", { firstName: "Ada", phones });
  await click(/^Continue/);
  expect(said("[role=alert] a")).toEqual([expect.stringContaining("5 at most")]);
  const values = [...document.querySelectorAll("input")].map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(phones));
});
