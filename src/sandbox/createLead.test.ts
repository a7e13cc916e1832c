import { afterAll, afterEach, expect, test } from "vitest";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, create, createdId, leads, set } = sandbox;

test("returns the id as a bare number and stores the lead unchanged", async () => {
  const lead = {
    firstName: "Ann",
    emails: ["ann@example.com"],
    inquiry: { priceMin: 650000 },
    tagsAdd: ["Open House"],
  };
  const answer = await create(lead);
  expect(answer.status).toBe(200);
  expect(answer.text).toMatch(/^\{"leadId":\d{15}\}$/);
  expect(answer.headers.get("x-ratelimit-limit")).toBe("6000");
  const [kept] = await leads();
  expect(kept).toMatchObject({ received: lead, stored: lead, cut: [], ignored: [], notes: [] });
  expect(answer.text).toBe(`{"leadId":${String(kept?.["leadId"])}}`);
});

const wrongTypes = [
  { assignedUserId: "651095960100001" },
  { assignGroupId: "300002" },
  { ownershipId: "1" },
  { emails: "ann@example.com" },
  { phones: [5555550100] },
  { leadTypes: ["2"] },
  { cannotText: "true" },
  { inquiry: { priceMin: 1.5 } },
  { inquiry: { bathroomsMin: 2 } },
  { inquiry: [] },
  { property: { city: "Springfield", bedrooms: 2_147_483_648 } },
  { customAttributeList: [{ attributeName: "Pets", attributeType: "number", value: 2 }] },
];
test.each(wrongTypes)("a wrong JSON type is refused: %j", async (wrong) => {
  const answer = await create({ firstName: "Ann", ...wrong });
  expect([answer.status, (answer.json as { code: number }).code]).toEqual([400, 20012]);
  expect(await leads()).toEqual([]);
});

test.each([
  { leadTypes: [2, 3] },
  { preQual: "yes" },
  { buyingTimeFrame: "soon" },
  { language: "xx" },
  { ownershipScope: "OFFICES" },
  { inquiry: { propertyType: ["Condo", "House"] } },
  { property: { city: "Springfield", propertyType: "Multi Family" } },
  { customAttributeList: [{ attributeName: "Pets", attributeType: "choice", value: "2" }] },
])("a value outside a documented list is refused, or stored by a switch: %j", async (outside) => {
  const answer = await create({ firstName: "Ann", ...outside });
  expect([answer.status, (answer.json as { code: number }).code]).toEqual([400, 20012]);
  await set({ unlistedValues: "store" });
  expect((await create({ firstName: "Ann", ...outside })).status).toBe(200);
  expect(await leads()).toMatchObject([{ stored: outside, ignored: [] }]);
});

test.each([
  ["no name", {}, 20012],
  ["a blank name", { firstName: "  " }, 20012],
  ["null for a name", { firstName: null }, 20012],
  ["an empty property", { firstName: "Ann", property: {} }, 200057],
  ["a property without a place", { firstName: "Ann", property: { price: 1, city: " " } }, 200057],
  ["a phone over 20", { firstName: "Ann", phones: ["1".repeat(21)] }, 20043],
  ["a family of five", { firstName: "Ann", leadFamilyMemberList: Array(5).fill({ firstName: "Bo" }) }, 20012],
  ["no object", "[]", 20012],
  ["malformed JSON", '{"firstName":', 20012],
])("%s is refused", async (_what, body, code) => {
  const answer = await create(body);
  expect([answer.status, (answer.json as { code: number }).code]).toEqual([400, code]);
  expect(await leads()).toEqual([]);
});

test("one part of an address is enough for a property", async () => {
  for (const place of [{ city: "X" }, { state: "IL" }, { zipCode: "62701" }, { streetAddress: "1 Main St" }])
    expect((await create({ firstName: "Ann", property: place })).status).toBe(200);
});

const long = "x".repeat(3000);
test.each([
  ["firstName", { firstName: long }, { firstName: "x".repeat(30) }],
  ["lastName", { firstName: "Ann", lastName: long }, { lastName: "x".repeat(30) }],
  ["groups.0", { firstName: "Ann", groups: [long] }, { groups: ["x".repeat(30)] }],
  ["segments.1", { firstName: "Ann", segments: ["a", long] }, { segments: ["a", "x".repeat(30)] }],
  ["tags.0", { firstName: "Ann", tags: [long] }, { tags: ["x".repeat(64)] }],
  ["tagsAdd.0", { firstName: "Ann", tagsAdd: [long] }, { tagsAdd: ["x".repeat(64)] }],
  ["content", { firstName: "Ann", content: long }, { content: "x".repeat(2000) }],
])("%s is cut silently", async (path, lead, stored) => {
  expect((await create(lead)).status).toBe(200);
  expect((await leads())[0]).toMatchObject({ cut: [path], stored });
});

const houses = "🏠".repeat(31);
test.each([
  ["utf16", "🏠".repeat(15)],
  ["codepoint", "🏠".repeat(30)],
  ["utf8", `${"🏠".repeat(7)}\uFFFD`],
])("the limits count in %s", async (truncationUnit, firstName) => {
  await set({ truncationUnit });
  await create({ firstName: houses });
  expect((await leads())[0]).toMatchObject({ stored: { firstName }, cut: ["firstName"] });
});

test("a cut may leave a lone surrogate", async () => {
  await create({ firstName: `x${"🏠".repeat(20)}` });
  expect((await leads())[0]).toMatchObject({ stored: { firstName: `x${"🏠".repeat(14)}\uD83C` } });
});

test("an unknown property is lost, and listed as ignored", async () => {
  expect((await create({ firstName: "Ann", notes: "hello", inquiry: { colour: "red" } })).status).toBe(200);
  expect((await leads())[0]).toMatchObject({ stored: { firstName: "Ann" }, ignored: ["notes", "inquiry.colour"] });
});

test("numbers keep all digits", async () => {
  await create('{"firstName":"Ann","assignedUserId":1738234566814900003,"property":{"city":"X","bathrooms":2.5}}');
  expect((await leads())[0]).toMatchObject({
    stored: { assignedUserId: "1738234566814900003", property: { bathrooms: 2.5 } },
  });
  expect((await create('{"firstName":"Ann","assignedUserId":9223372036854775808}')).status).toBe(400);
});

test("content becomes a note, or is lost if contentOnCreate is ignored", async () => {
  await create({ firstName: "Ann", content: "Met at the open house", isPin: true });
  await set({ contentOnCreate: "ignored" });
  await create({ firstName: "Bo", content: "Lost" });
  const [first, second] = await leads();
  expect(first?.["notes"]).toEqual([
    { noteId: expect.stringMatching(/^\d{15}$/), content: "Met at the open house", isPin: true },
  ]);
  expect(second).toMatchObject({ notes: [], ignored: ["content"] });
});

test("bigIds: ids are bare numbers that no JavaScript number holds exactly", async () => {
  await set({ bigIds: true });
  const id = await createdId({ firstName: "Ann" });
  expect(id).toMatch(/^\d{19}$/);
  expect(String(Number(id))).not.toBe(id);
  expect((await leads())[0]?.["leadId"]).toBe(id);
});

const person = { firstName: "Ann", emails: ["ann@example.com"], tagsAdd: ["First"] };
const again = { firstName: "Anna", emails: ["ANN@example.com"], tagsAdd: ["Second"] };

test("a known e-mail is merged; the new id can never be read", async () => {
  const first = await createdId(person);
  const ghost = await createdId(again);
  sandbox.pass(2000);
  expect(ghost).not.toBe(first);
  expect((await ask(`/v1.0/leads/${ghost}`)).status).toBe(404);
  const { lead } = (await ask(`/v1.0/leads/${first}`)).json as { lead: { tags: { tagName: string }[] } };
  expect(lead.tags.map(({ tagName }) => tagName)).toEqual(["First", "Second"]);
  expect((await leads())[1]).toMatchObject({ mergedInto: first });
});

test("a known e-mail with knownEmail survivor, refuse and duplicate", async () => {
  const first = await createdId(person);
  await set({ knownEmail: "survivor" });
  expect(await createdId(again)).toBe(first);
  await set({ knownEmail: "refuse" });
  const refused = await create(again);
  expect([refused.status, refused.json]).toMatchObject([200, { status: { code: 300011 } }]);
  await set({ knownEmail: "duplicate" });
  const other = await createdId(again);
  sandbox.pass(2000);
  expect((await ask(`/v1.0/leads/${other}`)).status).toBe(200);
});
