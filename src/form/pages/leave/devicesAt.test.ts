import { expect, test } from "vitest";
import type { DeviceView } from "#lead/submission/deviceReport.ts";
import { isSilent } from "../devices/contact.ts";
import { contactOf, devicesAt, type Contact } from "./devicesAt.ts";

const device = (id: string, more: Partial<DeviceView> = {}): DeviceView => ({
  ...{ id, number: 1, role: "staff", kind: "phone", build: "2026-11-28T08:00:00Z", unsent: 0 },
  ...{ station: "open-house", house: "2026-11-28 48larkspurlane", seenAt: "2026-11-28T15:00:00Z" },
  ...more,
});
const { house: _house, ...kiosk } = device("no house, its station");
const devices = [
  device("of this house"),
  device("of this house, yesterday", { seenAt: "2026-11-27T15:00:00Z" }),
  device("of this house, yesterday, with leads", { seenAt: "2026-11-27T15:00:00Z", unsent: 1 }),
  device("of another house, with leads", { house: "2026-11-28 1alpharoad", unsent: 2 }),
  kiosk,
  { ...kiosk, id: "no house, another station", station: "front-desk" },
  device("this one, elsewhere", { house: "2026-11-28 1alpharoad", isThis: true }),
];
const since = "2026-11-28T06:00:00Z";

test("the devices of a house: heard from today, or with unsent leads", () => {
  const event = { address: "48  LARKSPUR Lane", date: "2026-11-28" };
  const houses = new Set(["2026-11-28 48larkspurlane"]);
  expect(devicesAt(devices, { station: "open-house", event, since, houses }).map(({ id }) => id)).toEqual([
    "of this house",
    "of this house, yesterday, with leads",
    "no house, its station",
    "this one, elsewhere",
  ]);
});

test("without an event: the devices of the station and of its houses", () => {
  const where = { station: "front-desk", event: null, since };
  const found = (houses: ReadonlySet<string>) => devicesAt(devices, { ...where, houses }).map(({ id }) => id);
  expect(found(new Set())).toEqual(["no house, another station", "this one, elsewhere"]);
  expect(found(new Set(["2026-11-28 1alpharoad"]))).toEqual([
    "of another house, with leads",
    "no house, another station",
    "this one, elsewhere",
  ]);
});

test.each<[string, Partial<DeviceView>, boolean]>([
  ["two hours on its event's day", {}, true],
  ["two hours on another day", { house: "2026-11-27 48larkspurlane" }, false],
  ["two hours with unsent leads", { house: "2026-11-27 48larkspurlane", unsent: 1 }, true],
  ["eight days", { house: "2026-11-20 48larkspurlane", seenAt: "2026-11-20T15:00:00Z" }, true],
  ["two hours, put away", { putAwayAt: "2026-11-28T16:30:00Z" }, false],
  ["two hours, put away with leads", { putAwayAt: "2026-11-28T16:30:00Z", unsent: 1 }, true],
  ["two hours, revoked", { revokedAt: "2026-11-28T16:30:00Z", unsent: 1 }, false],
])("not heard from for %s", (_, more, expected) => {
  expect(isSilent(device("x", more), "2026-11-28", Date.parse("2026-11-28T17:00:00Z"))).toBe(expected);
});

test.each<[string, Partial<DeviceView>, Contact]>([
  ["two reports ago", { seenAt: "2026-11-28T16:58:45Z" }, "heard"],
  ["longer ago", { seenAt: "2026-11-28T16:58:44Z" }, "silent"],
  ["longer ago, and put away", { seenAt: "2026-11-28T16:00:00Z", putAwayAt: "2026-11-28T16:30:00Z" }, "away"],
  [
    "longer ago, and put away with leads",
    { seenAt: "2026-11-28T16:00:00Z", putAwayAt: "2026-11-28T16:30:00Z", unsent: 1 },
    "silent",
  ],
  ["at no time that can be read", { seenAt: "?" }, "silent"],
  ["before it was revoked", { seenAt: "2026-11-28T16:59:50.100Z", revokedAt: "2026-11-28T16:59:50.200Z" }, "revoked"],
  ["after it was revoked, hours ago", { seenAt: "2026-11-28T10:00:01Z", revokedAt: "2026-11-28T10:00:00Z" }, "heard"],
  [
    "after it was revoked, with leads",
    { seenAt: "2026-11-28T10:00:01Z", revokedAt: "2026-11-28T10:00:00Z", unsent: 1 },
    "revoked",
  ],
])("heard from %s", (_, more, expected) => {
  expect(contactOf(device("x", more), new Date("2026-11-28T17:00:00Z"))).toBe(expected);
});
