import { expect, test } from "vitest";
import type { StationEvent } from "#lead/station/station.ts";
import { wrongEvent } from "./wrongEvent.ts";

const right = { address: "48 Larkspur Lane", date: "2026-11-28", hours: "1 to 4 pm", host: "Ann" };
const tag = { tagsAdd: ["Open house {address}"] };
const long = "1234 North Saint Augustine Boulevard East, Apartment 17B, Springfield";

test.each<[string, Partial<StationEvent>, ReturnType<typeof wrongEvent>]>([
  ["nothing", {}, undefined],
  ["no address", { address: " ", date: "" }, { box: "address", why: "address" }],
  ["an address that a tag has no room for", { address: long, date: "" }, { box: "address", why: "too-long" }],
  ["another day", { date: "2026-11-27", hours: "x".repeat(61) }, { box: "date", why: "date" }],
  ["long hours", { hours: "x".repeat(61), host: "x".repeat(61) }, { box: "hours", why: "too-long" }],
  ["a long host", { host: "x".repeat(61) }, { box: "host", why: "too-long" }],
  ["hours that fit without the spaces around them", { hours: ` ${"x".repeat(60)} ` }, undefined],
])("%s is wrong", (_, more, expected) => {
  expect(wrongEvent({ ...right, ...more }, tag, (date) => date === right.date)).toEqual(expected);
});
