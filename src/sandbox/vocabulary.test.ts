import { afterAll, afterEach, expect, test } from "vitest";
import { startSandbox } from "./testing/startSandbox.ts";

const sandbox = await startSandbox();
afterEach(() => sandbox.reset());
afterAll(() => sandbox.end());

const { ask, createdId } = sandbox;
const get = async (path: string) => (await ask(path)).json;

test("members are sample data with exact user ids", async () => {
  expect(await get("/v1.0/me")).toMatchObject({ id: 200001, memberUserId: 651095960100001, lastName: "Agent One" });
  const { text } = await ask("/v1.0/members");
  expect(text).toContain('"memberUserId":651095960100002');
  expect(text).toContain('"memberUserId":1738234566814900003');
  expect(JSON.parse(text)).toMatchObject({ _metadata: { total: 3, limit: 25, offset: 0 } });
  expect(await ask("/v1.0/members?offset=9")).toMatchObject({ status: 404 });
  expect(await get("/v1.0/members?groupIds=300003")).toMatchObject({ members: [{ firstName: "Sample" }] });
});

test("returns offices and ponds", async () => {
  expect(await get("/v1.0/org")).toMatchObject({
    enterpriseInfo: { visibleOrgInfoList: [{ groupId: 300001 }, { groupId: 300002 }, { groupId: 300003 }] },
  });
  expect(await get("/v1.0/team-features/lead-ponds")).toMatchObject([{ id: 600001, pondName: "Sample Pond" }]);
});

test("stages are returned in pages and are shorter than 20", async () => {
  const { pipelines } = (await get("/v1.0/teamFeatures/lead-pipelines")) as { pipelines: { name: string }[] };
  expect(pipelines.length).toBeGreaterThan(3);
  expect(pipelines.every(({ name }) => name.length < 20)).toBe(true);
  expect(await get("/v1.0/teamFeatures/lead-pipelines?currPage=1&pageSize=2")).toMatchObject({
    _metadata: { offset: 2, limit: 2 },
    pipelines: [{ name: pipelines[2]?.name }, { name: pipelines[3]?.name }],
  });
});

test("custom attributes have all eight types, and new ones can be defined", async () => {
  const list = (await get("/v1.0/teamFeatures/listCustomField")) as { attributeType: string; params: string }[];
  expect(list.map(({ attributeType }) => attributeType).toSorted()).toEqual([
    "anniversary_date",
    "currency",
    "date",
    "multi_select",
    "number",
    "percentage",
    "single_select",
    "text",
  ]);
  const select = list.find(({ attributeType }) => attributeType === "multi_select");
  expect((JSON.parse(select?.params ?? "") as { option: string[] }).option.length).toBeGreaterThan(1);
  const body = { attributeName: "New one", attributeType: "text", value: "" };
  expect((await ask("/v1.0/teamFeatures/custom-field", { method: "POST", body })).text).toBe('"success"');
  expect(await get("/v1.0/teamFeatures/listCustomField")).toHaveLength(9);
});

test("the tag list contains definitions and uses", async () => {
  const id = await createdId({ firstName: "Ann", tagsAdd: ["Open House"] });
  const tags = (await get("/v1.0/teamFeatures/listTag")) as { leadId: number; tagName: string }[];
  const open = tags.filter(({ tagName }) => tagName === "Open House");
  expect(open.map(({ leadId }) => leadId)).toEqual([0, Number(id)]);
});
