import { ok, one, type Case } from "./case.ts";

const lead = { firstName: "Sam" };
const body = (name: string, parts: object, expect: Case["expect"]): Case => ({ name, lead, body: parts, expect });
const deep = (depth: number): object => (depth === 1 ? { x: 1 } : { x: deep(depth - 1) });

/** The envelope of a lead, and its size limits. */
export const envelopes: readonly Case[] = [
  body("the least there is", {}, ok),
  ...[
    undefined,
    null,
    7,
    "",
    [],
    {},
    "nowhere",
    "FRONT-DESK",
    "front-desk ",
    "../front-desk",
    "front-desk\u0000",
    "*",
  ].map((station) => body(`station ${JSON.stringify(station)}`, { station }, ["station", "not-an-option"])),
  body("captured at no time", { capturedAt: undefined }, ["capturedAt", "required"]),
  ...[
    "now",
    "2026-11-25",
    "2026-11-25T09:00:00",
    "2026-11-25T09:00:00+01:00",
    "2026-13-01T00:00:00Z",
    "2026-02-30T00:00:00Z",
    "",
  ].map((capturedAt) => body(`captured at ${capturedAt}`, { capturedAt }, ["capturedAt", "format"])),
  body("captured at 7", { capturedAt: 7 }, ["capturedAt", "wrong-type"]),
  body("captured to the millisecond", { capturedAt: "2026-11-25T09:00:00.123Z" }, ok),
  ...["fr", "zh-CN", "ja"].map((language) => body(`in ${language}`, { language }, ok)),
  ...["xx", "EN", "", 7, null, ["en"]].map((language) =>
    body(`in ${JSON.stringify(language)}`, { language }, ["language", "not-an-option"]),
  ),
  ...["id", "status", "leadId", "attempts", "presets", "profile", "who", "dueAt"].map((key) =>
    body(`with ${key}`, { [key]: "x" }, [key, "unknown"]),
  ),
  ...[undefined, null, 7, "Sam", [lead]].map((given) => body(`lead ${JSON.stringify(given)}`, { lead: given }, 422)),
  body("an empty lead", { lead: {} }, ["firstName", "required"]),
  ...[
    "notes",
    "note",
    "email",
    "phone",
    "lead_type",
    "address",
    "FirstName",
    "firstname",
    "first_name",
    "firstName ",
    "tag",
    "id",
    "leadId",
    "score",
  ].map((key) => one(key, "x", [key, "unknown"])),
  ...["inquiry.price", "inquiry.locations.0.zip", "property.zip", "leadTransaction.name", "inquiry.id2"].map((path) =>
    one(path, "x", [path, "unknown"]),
  ),
  ...[
    "inquiry.id",
    "inquiry.leadUserId",
    "inquiry.createTime",
    "property.id",
    "property.leadUserId",
    "leadTransaction.transactionId",
    "leadTransaction.created",
  ].map((path) => one(path, 1, [path, "server-managed"])),
  ...[2, 3, 6].map((depth) => one("inquiry", deep(depth), ["inquiry.x", "unknown"])),
  ...[7, 8, 20].map((depth) => one("inquiry", deep(depth), 400)),
  {
    name: "999 keys",
    lead: Object.fromEntries(Array.from({ length: 990 }, (_, index) => [`k${index}`, 1])),
    expect: ["k0", "unknown"],
  },
  {
    name: "1,001 keys",
    lead: Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`k${index}`, 1])),
    expect: 400,
  },
  one(
    "tagsAdd",
    Array.from({ length: 100 }, (_, index) => `t${index}`),
    { "tagsAdd.99": "t99" },
  ),
  one(
    "tagsAdd",
    Array.from({ length: 101 }, (_, index) => `t${index}`),
    400,
  ),
  one("referredBy", "x".repeat(60_000), { referredBy: "x".repeat(60_000) }),
  one("referredBy", "x".repeat(66_000), 413),
  one("property", { county: "Travis" }, ["property.streetAddress", "required"]),
  one("property", { mailAddress: true }, ["property.streetAddress", "required"]),
  one("property", { city: " " }, ok),
  one("ownershipScope", "OFFICE", ["ownershipId", "required"]),
  one("ownershipScope", "TEAM", { ownershipScope: "TEAM" }),
];
