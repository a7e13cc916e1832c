import { expect, test } from "vitest";
import { vocabularyIn } from "./vocabulary.ts";

/** Lofty's lists, in the shapes of LOFTY.md 5. */
const answers: Record<string, unknown> = {
  "/v1.0/teamFeatures/lead-pipelines?currPage=0&pageSize=100": { pipelines: [{ id: 1, name: "New Leads" }] },
  "/v1.0/teamFeatures/listTag": [
    { leadId: 0, tagId: 1, tagName: "Open House" },
    { leadId: 9, tagId: 1, tagName: "Open House" },
    { leadId: 0, tagId: 2, tagName: "Relocation" },
  ],
  "/v1.0/members?offset=0&limit=100": {
    members: Array.from({ length: 100 }, (_, index) => ({
      id: index,
      memberUserId: `17382345668149${String(index).padStart(5, "0")}`,
      firstName: "Agent",
      lastName: String(index),
    })),
  },
  "/v1.0/org": { orgType: 2, enterpriseInfo: { visibleOrgInfoList: [{ groupId: 300002, groupName: "North" }] } },
  "/v1.0/teamFeatures/listCustomField": [
    { attributeName: "Must-haves", attributeType: "multi_select", params: '{"option":["Garage","Pool"]}' },
    { attributeName: "Pets", attributeType: "number", params: "" },
    { attributeName: "Odd", attributeType: "of another world" },
  ],
};

function account() {
  let down = false;
  let at = Date.UTC(2026, 0, 1);
  const asked: string[] = [];
  const get = async (path: string) => {
    asked.push(path);
    if (down || answers[path] === undefined) throw new Error("http-404");
    return answers[path];
  };
  const vocabulary = vocabularyIn({ get, now: () => at, log: () => undefined });
  return { vocabulary, asked, later: (ms: number) => void (at += ms), breaks: () => void (down = true) };
}
const lists = {
  stages: ["New Leads"],
  tags: ["Open House", "Relocation"],
  offices: [{ id: "300002", name: "North" }],
  attributes: [
    { name: "Must-haves", type: "multi_select", options: ["Garage", "Pool"] },
    { name: "Pets", type: "number" },
  ],
};

test("reads Lofty's lists by name, agents by user id, over pages that end with 'not found'", async () => {
  const { vocabulary, asked } = account();
  const had = await vocabulary();
  expect(had).toMatchObject({ ...lists, fetchedAt: "2026-01-01T00:00:00.000Z" });
  expect(had?.agents).toHaveLength(100);
  expect(had?.agents[99]).toEqual({ id: "1738234566814900099", name: "Agent 99" });
  expect(asked).toContain("/v1.0/members?offset=100&limit=100");
});

test("asks Lofty once in ten minutes, however many requests come", async () => {
  const { vocabulary, asked, later } = account();
  await Promise.all([vocabulary(), vocabulary(), vocabulary()]);
  later(9 * 60_000);
  await vocabulary();
  expect(asked).toHaveLength(6);
  later(2 * 60_000);
  await vocabulary();
  expect(asked.length).toBeGreaterThan(6);
});

test("Lofty down: returns the stored lists, or nothing before the first success", async () => {
  const { vocabulary, later, breaks } = account();
  await vocabulary();
  breaks();
  later(3_600_000);
  await vocabulary();
  expect(await vocabulary()).toMatchObject({ ...lists, fetchedAt: "2026-01-01T00:00:00.000Z" });
  const never = account();
  never.breaks();
  expect(await never.vocabulary()).toBeUndefined();
});
