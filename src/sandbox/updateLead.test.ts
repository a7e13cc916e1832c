import { afterAll, afterEach, expect, test } from "vitest";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, createdId, leads, set } = sandbox;
const put = (id: string, body: unknown) => ask(`/v1.0/leads/${id}`, { method: "PUT", body });
const tags = async (id: string) => {
  const { lead } = (await ask(`/v1.0/leads/${id}`)).json as { lead: { tags: { tagName: string }[] } };
  return lead.tags.map(({ tagName }) => tagName);
};

test.each([
  [{ tagsAdd: ["b", "C"] }, ["a", "b", "C"]],
  [{ tags: ["c"] }, ["c"]],
  [{ tags: [] }, ["a", "b"]],
  [{ tagsRemove: ["A"] }, ["b"]],
  [{ clearAllTags: true }, []],
  [{ tags: ["c"], tagsAdd: ["d"] }, ["c", "d"]],
])("PUT %j leaves the tags %j", async (change, left) => {
  const id = await createdId({ firstName: "Ann", tagsAdd: ["a", "b"] });
  sandbox.pass(2000);
  expect((await put(id, change)).json).toEqual({ leadId: Number(id) });
  expect(await tags(id)).toEqual(left);
});

test("another lead's e-mail is refused with status 200, and nothing is stored", async () => {
  await createdId({ firstName: "Ann", emails: ["ann@example.com"] });
  const id = await createdId({ firstName: "Bo", emails: ["bo@example.com"] });
  const answer = await put(id, { firstName: "Bob", emails: ["Ann@example.com"] });
  expect([answer.status, answer.json]).toEqual([
    200,
    { status: { code: 300011, msg: "This email address already exists as a lead" } },
  ]);
  expect((await leads())[1]).toMatchObject({ stored: { firstName: "Bo" } });
  expect((await put(id, { emails: ["bo@example.com", "bob@example.com"] })).json).toEqual({ leadId: Number(id) });
});

test.each([
  [{ property: {} }, 200057],
  [{ firstName: " " }, 20012],
  [{ assignedUserId: "1" }, 20012],
])("PUT %j is refused", async (change, code) => {
  const id = await createdId({ firstName: "Ann" });
  expect(await put(id, change)).toMatchObject({ status: 400, json: { code } });
});

test("PUT cuts values over the limit", async () => {
  const id = await createdId({ firstName: "Ann" });
  await put(id, { lastName: "x".repeat(31) });
  expect((await leads())[0]).toMatchObject({ stored: { lastName: "x".repeat(30) }, cut: ["lastName"] });
});

test("PUT keeps or removes other custom attributes, depending on putAttributes", async () => {
  const row = (attributeName: string, value: string) => ({ attributeName, attributeType: "text", value });
  const id = await createdId({ firstName: "Ann", customAttributeList: [row("A", "1"), row("B", "2")] });
  await put(id, { customAttributeList: [row("B", "3")] });
  expect((await leads())[0]).toMatchObject({ stored: { customAttributeList: [row("A", "1"), row("B", "3")] } });
  await set({ putAttributes: "replace" });
  await put(id, { customAttributeList: [row("B", "4")] });
  expect((await leads())[0]).toMatchObject({ stored: { customAttributeList: [row("B", "4")] } });
});

test("an unknown id returns 404 with 20006", async () => {
  const answer = await put("123", { firstName: "Ann" });
  expect(answer).toMatchObject({ status: 404, json: { message: expect.stringContaining("errorCode=20006") } });
});

test("stores added activities and properties next to the lead", async () => {
  const id = await createdId({ firstName: "Ann" });
  const post = (what: string, body: object) => ask(`/v1.0/leads/${id}/${what}`, { method: "POST", body });
  const activity = { type: "Submission", text: "Came again", link: "", picture: "", created: 1790000000000 };
  expect((await post("activity", activity)).json).toEqual({ leadId: Number(id) });
  expect((await post("property", { city: "Springfield" })).json).toEqual({ leadId: Number(id) });
  expect((await post("property", {})).json).toMatchObject({ code: 200057 });
  expect((await leads())[0]).toMatchObject({ activities: [activity], moreProperties: [{ city: "Springfield" }] });
});

test("notes are cut at 2000 and listed newest first", async () => {
  const id = await createdId({ firstName: "Ann", content: "First" });
  sandbox.pass(2000);
  const note = { leadId: Number(id), content: "x".repeat(2001), isPin: true };
  const { json } = await ask("/v1.0/notes", { method: "POST", body: note });
  const { noteId } = json as { noteId: number };
  const { notes } = (await ask(`/v1.0/notes?leadId=${id}`)).json as { notes: unknown[] };
  expect(notes).toMatchObject([
    { noteId, content: "x".repeat(2000), isPin: true },
    { content: "First", isPin: false },
  ]);
  expect((await ask(`/v1.0/notes/${noteId}`)).json).toMatchObject({
    note: { noteId, createTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) },
  });
});

test.each([
  [{ content: "x", isPin: false }, 400],
  [{ leadId: "1", content: "x", isPin: false }, 400],
  [{ leadId: 1, content: " ", isPin: false }, 400],
  [{ leadId: 1, content: "x" }, 400],
  [{ leadId: 1, content: "x", isPin: false }, 404],
])("POST /v1.0/notes %j returns %i", async (body, status) => {
  expect((await ask("/v1.0/notes", { method: "POST", body })).status).toBe(status);
});
