import { createFormControl, type FieldValues, type UseFormReturn } from "react-hook-form";
import { expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import type { Station } from "#lead/station/station.ts";
import { issuesOf } from "../../question/messages/issuesOf.ts";
import { markIssues } from "./markIssues.ts";
import { schemaResolver } from "./schemaResolver.ts";
import { watchErrors } from "./watchErrors.ts";

const stationOf = (profile: string, more: object = {}) =>
  ({ ...readyStations.find((station) => station.profile === profile), ...more }) as Station;
const row = (attributeName: string) => ({ attributeName, attributeType: "text", value: "x" });

function formOf(station: Station, draft: object) {
  const form = createFormControl<FieldValues>({ resolver: schemaResolver(station), defaultValues: draft });
  watchErrors(form as unknown as UseFormReturn<FieldValues>, station);
  return form;
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
const said = (form: ReturnType<typeof formOf>) => issuesOf(form.getErrors()).map(({ path, code }) => `${path} ${code}`);

test.each([
  ["a phone or an email", "kiosk", {}, {}, "phones required", ["emails.0", "ada@example.com"]],
  ["a phone or an email", "embed", {}, {}, "phones required", ["phones.0", "415 555 0134"]],
  [
    "a field that the station requires of sellers",
    "desk",
    { required: ["sellingTimeFrame"] },
    { leadTypes: [1] },
    "sellingTimeFrame required",
    ["leadTypes", [2]],
  ],
  [
    "the address of a property",
    "desk",
    {},
    { property: { bedrooms: "3" } },
    "property.streetAddress required",
    ["property.city", "Sampletown"],
  ],
  [
    "a property without answers",
    "desk",
    {},
    { property: { bedrooms: "3" } },
    "property.streetAddress required",
    ["property.bedrooms", ""],
  ],
  [
    "the owner of the lead",
    "desk",
    {},
    { ownershipScope: "OFFICE" },
    "ownershipId required",
    ["ownershipScope", "TEAM"],
  ],
  [
    "the name of an attribute",
    "desk",
    {},
    { customAttributeList: [row("Gate code"), row("Gate code")] },
    "customAttributeList.1.attributeName format",
    ["customAttributeList.0.attributeName", "Garage"],
  ],
  [
    "the name of a transaction",
    "desk",
    {},
    { leadTransaction: { transactionName: "<b>" } },
    "leadTransaction.transactionName format",
    ["leadTransaction.transactionName", "Plain"],
  ],
] as const)(
  "%s (%s): the error disappears with the answer that decides",
  async (_, profile, more, draft, error, [path, answer]) => {
    const form = formOf(stationOf(profile, more), { firstName: "Ada", ...draft });
    await form.trigger();
    expect(said(form)).toContain(error);
    form.setValue(path, answer);
    await soon();
    expect(said(form)).not.toContain(error);
  },
);

test("several quick changes: the last one is validated too", async () => {
  const form = formOf(stationOf("kiosk"), { firstName: "Ada" });
  await form.trigger();
  form.setValue("lastName", "Sample");
  await soon();
  form.setValue("emails.0", "ada@example.com");
  await expect.poll(() => said(form)).toEqual([]);
});

test("the text that is being typed gets no new error when another error is validated again", async () => {
  const form = formOf(stationOf("kiosk"), { firstName: "Ada" });
  await form.trigger();
  form.setValue("emails.0", "a");
  await soon();
  expect(said(form)).toEqual([]);
});

const wrong = "ada@";
test.each([
  ["emails", [wrong, "b@example.com", "bob@"], ["b@example.com", "bob@"], "emails.1"],
  ["phones", ["415 555 0134", "x".repeat(30)], ["x".repeat(30)], "phones.0"],
  ["tagsAdd", ["Warm", "x".repeat(65)], ["x".repeat(65)], "tagsAdd.0"],
  [
    "leadFamilyMemberList",
    [{ firstName: "A" }, { firstName: "B", emails: [wrong] }],
    [{ firstName: "B", emails: [wrong] }],
    "leadFamilyMemberList.0.emails.0",
  ],
  ["inquiry.locations", [{ city: "A" }, { stateCode: 7 }], [{ stateCode: 7 }], "inquiry.locations.0.stateCode"],
  [
    "customAttributeList",
    [row("A"), { ...row("B"), attributeType: "number" }],
    [{ ...row("B"), attributeType: "number" }],
    "customAttributeList.0.value",
  ],
] as const)("%s: an error moves with its row", async (list, before, after, expected) => {
  const form = formOf(stationOf("desk"), { firstName: "Ada" });
  form.setValue(list, before);
  await form.trigger();
  expect(said(form).length).toBeGreaterThan(0);
  form.setValue(list, after);
  // Immediately: no message may appear at the wrong row.
  expect(issuesOf(form.getErrors()).map(({ path }) => path)).toEqual([expected]);
  await soon();
  expect(issuesOf(form.getErrors()).map(({ path }) => path)).toEqual([expected]);
});

test("an error from the proxy stays until its own answer changes", async () => {
  const form = formOf(stationOf("desk"), { firstName: "Ada", lastName: "Sample" });
  const issues = [{ path: "lastName", code: "required" as const }];
  markIssues(form as unknown as UseFormReturn<FieldValues>, { issues } as unknown as Parameters<typeof markIssues>[1]);
  form.setValue("firstName", "Adam");
  await soon();
  expect(said(form)).toEqual(["lastName required"]);
  form.setValue("lastName", "Samples");
  await soon();
  expect(said(form)).toEqual([]);
});
