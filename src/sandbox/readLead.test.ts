import { afterAll, afterEach, expect, test } from "vitest";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, createdId, set } = sandbox;

interface Listed {
  readonly _metadata: { readonly total: number; readonly scrollId: string };
  readonly leads: readonly { readonly firstName: string; readonly emails: readonly string[] }[];
}
const names = async (query: string) =>
  ((await ask(`/v1.0/leads${query}`)).json as Listed).leads.map(({ firstName }) => firstName);

async function threePeople() {
  await createdId({
    firstName: "Ann",
    emails: ["ann@example.com"],
    phones: ["+1 (555) 555-0101"],
    tagsAdd: ["Open House"],
  });
  await createdId({ firstName: "Bo", emails: ["Bo@example.com"], phones: ["5555550102"], stage: "Closed" });
  await createdId({ firstName: "Cy", emails: ["joann@example.com"], source: "Open House" });
  sandbox.pass(2000);
}

test.each([
  ["", ["Cy", "Bo", "Ann"]],
  ["?email=bo@EXAMPLE.com&preciseSearchFlag=true", ["Bo"]],
  ["?email=ann@example.com&preciseSearchFlag=true", ["Ann"]],
  ["?email=ann@example.com", ["Cy", "Ann"]],
  ["?email=nobody@example.com", []],
  ["?phone=5555550101", ["Ann"]],
  ["?phone=5555550101&preciseSearchFlag=true", ["Ann"]],
  ["?phone=%2B15555550102", []],
  ["?key=bo", ["Bo"]],
  ["?stage=Closed", ["Bo"]],
  ["?source=Open+House", ["Cy"]],
  ["?anyTags=open+house", ["Ann"]],
  ["?keyword=bo&page=2&q=x", ["Cy", "Bo", "Ann"]],
  ["?limit=1&offset=1", ["Bo"]],
  ["?desc=false", ["Ann", "Bo", "Cy"]],
])("GET /v1.0/leads%s finds %j", async (query, found) => {
  await threePeople();
  expect(await names(query)).toEqual(found);
});

test.each(["0", "101", "-1", "ten", "1.5"])(
  "limit %s returns 400 with 20042 in the service's format",
  async (limit) => {
    const answer = await ask(`/v1.0/leads?limit=${limit}`);
    expect([answer.status, answer.json]).toEqual([
      400,
      { message: "BaseApplicationException:errorCode=20042,errorMsg=Limit not valid" },
    ]);
  },
);

test("a page has metadata, and its scrollId returns the next page", async () => {
  await threePeople();
  const { json } = await ask("/v1.0/leads?limit=2");
  expect(json).toMatchObject({ _metadata: { collection: "lead", limit: 2, offset: 0, total: 3 } });
  expect(await names(`?limit=2&scrollId=${(json as Listed)._metadata.scrollId}`)).toEqual(["Ann"]);
  expect((await ask("/v1.0/leads?stage=Nowhere")).status).toBe(404);
});

test("leadFilters ignored: lists all leads, 25 on a page, newest first, by scrollId", async () => {
  await set({ leadFilters: "ignored", leadsPerPage: 25 });
  for (let index = 0; index < 27; index++) await createdId({ firstName: `P${index}` });
  sandbox.pass(2000);
  const { json } = await ask("/v1.0/leads?email=nobody@example.com&limit=100&desc=false&stage=Nowhere");
  const { leads, _metadata } = json as Listed;
  expect([leads.length, leads[0]?.firstName]).toEqual([25, "P26"]);
  expect(await names(`?offset=9&scrollId=${_metadata.scrollId}`)).toEqual(["P1", "P0"]);
  expect((await names("?pageSize=2")).length).toBe(2);
});

test("leadsPerPage is the maximum, whatever the limit parameter says", async () => {
  await set({ leadsPerPage: 2 });
  await threePeople();
  expect(await names("?limit=50")).toEqual(["Cy", "Bo"]);
  expect(await names("?limit=50&offset=2")).toEqual(["Ann"]);
});

test.each([
  ["as-sent", "a < b\nref 1"],
  ["html", "a &lt; b<br>ref 1"],
  ["escaped-twice", "a &amp;lt; b&lt;br&gt;ref 1"],
  ["one-line", "a < b ref 1"],
])("noteForm %s: a note is read as %j", async (noteForm, content) => {
  await set({ noteForm });
  const id = await createdId({ firstName: "Ann", content: "a < b\nref 1" });
  sandbox.pass(2000);
  expect((await ask(`/v1.0/notes?leadId=${id}`)).json).toMatchObject({ notes: [{ content }] });
});

test("createdId foreign: a create returns the id of the previous lead", async () => {
  const first = await createdId({ firstName: "Ann" });
  await set({ createdId: "foreign" });
  expect(await createdId({ firstName: "Bo" })).toBe(first);
});

test("a lead is read in the format of reads, which differs from the request", async () => {
  const id = await createdId({
    firstName: "Ann",
    tagsAdd: ["Open House"],
    assignedUserId: 651095960100002,
    content: "hello",
    inquiry: { priceMin: 650000, bathroomsMin: "2.5", locations: [{ city: "Springfield" }] },
    property: { city: "Springfield", priceMin: 1 },
    customAttributeList: [{ attributeName: "Number of pets", attributeType: "number", value: "2" }],
  });
  sandbox.pass(2000);
  const { lead } = (await ask(`/v1.0/leads/${id}`)).json as { lead: Record<string, unknown> };
  expect(lead).toMatchObject({
    leadId: Number(id),
    firstName: "Ann",
    lastName: "",
    tags: [{ tagName: "Open House", leadId: Number(id) }],
    assignedUserId: 651095960100002,
    assignedUser: "Sample Agent Two",
    source: "Other",
    score: -1,
    pondId: -1,
    leadInquiry: { priceMin: 650000, priceMax: -1, bathroomsMin: "2.5", locations: [{ city: "Springfield" }] },
    leadPropertyList: [{ city: "Springfield", price: -1, squareFeet: -1 }],
    customAttributes: [{ attributeName: "Number of pets", value: "2" }],
    createTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dGMT$/),
  });
  for (const name of ["tagsAdd", "content", "inquiry", "property", "customAttributeList"])
    expect(lead).not.toHaveProperty(name);
  expect(lead["leadPropertyList"]).not.toHaveProperty("0.priceMin");
  await set({ shapes: "spec" });
  expect((await ask(`/v1.0/leads/${id}`)).json).toMatchObject({ firstName: "Ann" });
});

test("a new lead can be updated at once, but not read", async () => {
  await set({ readLagMs: 5000 });
  const id = await createdId({ firstName: "Ann", emails: ["ann@example.com"] });
  const early = await ask(`/v1.0/leads/${id}`);
  expect([early.status, early.json]).toEqual([
    404,
    { message: "BaseApplicationException:errorCode=20006,errorMsg=Lead not exist" },
  ]);
  expect(await names("?email=ann@example.com")).toEqual([]);
  const note = { leadId: Number(id), content: "Hello", isPin: false };
  expect((await ask("/v1.0/notes", { method: "POST", body: note })).status).toBe(404);
  expect((await ask(`/v1.0/leads/${id}`, { method: "PUT", body: { lastName: "Lee" } })).status).toBe(200);
  sandbox.pass(5000);
  expect((await ask(`/v1.0/leads/${id}`)).json).toMatchObject({ lead: { lastName: "Lee" } });
  expect((await ask("/v1.0/notes", { method: "POST", body: note })).status).toBe(200);
});

test("staleReadMs: reads return an older version", async () => {
  const id = await createdId({ firstName: "Ann" });
  sandbox.pass(10_000);
  await ask(`/v1.0/leads/${id}`, { method: "PUT", body: { firstName: "Anna" } });
  await set({ staleReadMs: 5000 });
  expect((await ask(`/v1.0/leads/${id}`)).json).toMatchObject({ lead: { firstName: "Ann" } });
  sandbox.pass(5000);
  expect((await ask(`/v1.0/leads/${id}`)).json).toMatchObject({ lead: { firstName: "Anna" } });
});
