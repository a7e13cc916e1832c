import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import documented from "#lead/contract.data.json" with { type: "json" };
import { appOver, refusing } from "../testing/appOver.ts";
import { consentGiven } from "../testing/consentGiven.ts";
import { withAnswer } from "../testing/inputs/case.ts";

/** Every path that Lofty documents, set by senders who may not set it, and tricks that hide a path. */
interface Documented {
  readonly path: string;
  readonly type: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
}
const leaves = (documented as readonly Documented[]).filter(
  ({ type }) => type !== "object" && type !== "array<object>",
);

/** The questions that visitors see at the default kiosk and website. Visitors may send nothing else. */
const asked = [
  ...["firstName", "lastName", "phones", "emails", "leadTypes", "buyingTimeFrame", "sellingTimeFrame"],
  ...["preQual", "withBuyerAgent", "withListingAgent"],
  ...["customAttributeList[].attributeName", "customAttributeList[].attributeType", "customAttributeList[].value"],
];
let rooms: Awaited<ReturnType<typeof appOver>>;
const who: Record<string, { readonly cookie: string; readonly station: string }> = {};
const consent = consentGiven();

beforeAll(async () => {
  rooms = await appOver(refusing, { CLIENT_RATE_PER_MINUTE: "0", STAFF_PASSCODE: "open sesame" });
  const sign = async (body: object) => {
    const answer = await rooms.send("POST", "/api/session", { passcode: "open sesame", ...body });
    return /^[^;]+/.exec(answer.headers.get("set-cookie") ?? "")?.[0] ?? "";
  };
  who["a kiosk"] = { cookie: await sign({ station: "kiosk" }), station: "kiosk" };
  who["a stranger on a page"] = { cookie: "", station: "website" };
  who["staff at a kiosk"] = { cookie: await sign({}), station: "kiosk" };
});
afterAll(() => rooms.stop());

async function send(mode: string, lead: string) {
  const { cookie, station } = who[mode] as { cookie: string; station: string };
  const id = randomUUID();
  const body = `{"station":"${station}","capturedAt":"2026-11-25T09:00:00Z","consent":${JSON.stringify(consent)},"lead":${lead}}`;
  const answer = await rooms.send("POST", "/api/leads", body, { cookie, "idempotency-key": id });
  const [row] = await rooms.driver.query("SELECT id, lead FROM submissions WHERE id = $1", [id]);
  const { issues = [] } = (await answer.json()) as { issues?: readonly { path: string; code: string }[] };
  return { status: answer.status, issues, stored: row && (JSON.parse(String(row["lead"])) as Record<string, unknown>) };
}
const valueOf = ({ type, example, enum: options }: Documented): unknown => {
  const one = options?.[0] ?? example;
  if (type.startsWith("array<")) return Array.isArray(one) ? one : [one ?? "x"];
  return one ?? { string: "Sample", integer: 1, number: 1, boolean: true }[type];
};
const modes = ["a kiosk", "a stranger on a page", "staff at a kiosk"];

test("includes all documented paths", () => expect(leaves.length).toBeGreaterThanOrEqual(153));

test.each(modes)("%s can set only what visitors are asked", async (mode) => {
  for (const leaf of leaves) {
    if (asked.includes(leaf.path)) continue;
    const path = leaf.path.replaceAll("[]", ".0");
    const lead = { phones: ["4155550134"], ...withAnswer(path, valueOf(leaf)) };
    const { status, issues, stored } = await send(mode, JSON.stringify(lead));
    expect([path, status, stored]).toEqual([path, 422, undefined]);
    const refused = issues.filter((issue) => path === issue.path || path.startsWith(`${issue.path}.`));
    expect([path, refused.map(({ code }) => code)]).toEqual([
      path,
      expect.arrayContaining([expect.stringMatching(/^(not-allowed|server-managed)$/)]),
    ]);
  }
});

test.each(modes)("%s can set everything that visitors are asked", async (mode) => {
  const answers = {
    firstName: "Vi",
    lastName: "Sample",
    phones: ["4155550134"],
    emails: ["vi@example.com"],
    leadTypes: [2, 1],
    buyingTimeFrame: "1-3",
    sellingTimeFrame: "12+",
    preQual: "Yes",
    withBuyerAgent: "No",
    withListingAgent: "No",
    customAttributeList: [{ attributeName: "Interested in", attributeType: "multi_select", value: '["Yard"]' }],
  };
  const { status, stored } = await send(mode, JSON.stringify(answers));
  expect([status, stored]).toEqual([202, expect.objectContaining(answers)]);
});

/** JSON that parsers may read differently. We use the last of two equal keys, and validate it. */
const tricks: readonly (readonly [lead: string, refusedPath: string | undefined])[] = [
  ['{"firstName":"A","phones":["4155550134"],"stage":"Closed","stage":""}', undefined],
  ['{"firstName":"A","phones":["4155550134"],"stage":"","stage":"Closed"}', "stage"],
  ['{"firstName":"A","phones":["4155550134"],"\\u0073tage":"Closed"}', "stage"],
  ['{"firstName":"A","phones":["4155550134"],"Stage":"Closed"}', "Stage"],
  ['{"firstName":"A","phones":["4155550134"],"stage ":"Closed"}', "stage "],
  ['{"firstName":"A","phones":["4155550134"],"stage\\u0000":"Closed"}', "stage\u0000"],
  ['{"firstName":"A","phones":["4155550134"],"\\u0455tage":"Closed"}', "\u0455tage"],
  ['{"firstName":"A","phones":["4155550134"],"inquiry.priceMin":1}', "inquiry.priceMin"],
];
test.each(modes)("%s cannot hide a field behind a duplicate or similar key", async (mode) => {
  for (const [lead, path] of tricks) {
    const { status, issues, stored } = await send(mode, lead);
    if (path === undefined) expect([status, stored?.["stage"]]).toEqual([202, undefined]);
    else expect([lead, status, issues.map((issue) => issue.path), stored]).toEqual([lead, 422, [path], undefined]);
  }
});
