import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import { appOver, unreachable } from "../testing/appOver.ts";
import { timeHere } from "./deviceClock.ts";

const arrivedAt = Date.parse("2026-11-28T15:00:00.000Z");
const builtAt = Date.parse("2026-11-20T00:00:00Z");

test.each([
  ["a clock that is right", "2026-11-28T14:59:58Z", "2026-11-28T14:59:59Z", "2026-11-28T14:59:58Z"],
  ["four seconds on the way", "2026-11-28T14:59:50Z", "2026-11-28T14:59:56Z", "2026-11-28T14:59:50Z"],
  ["two hours behind", "2026-11-28T12:50:00Z", "2026-11-28T13:00:00Z", "2026-11-28T14:50:00Z"],
  ["two hours ahead", "2026-11-28T16:50:00Z", "2026-11-28T17:00:00Z", "2026-11-28T14:50:00Z"],
  ["a dead battery", "1970-01-01T00:09:00Z", "1970-01-01T00:10:00Z", "2026-11-28T14:59:00Z"],
  ["the year 2038", "2038-01-19T03:14:07Z", "2038-01-19T04:14:07Z", "2026-11-28T14:00:00Z"],
  ["late by three days, the clock right", "2026-11-25T10:00:00Z", "2026-11-28T15:00:00Z", "2026-11-25T10:00:00Z"],
  ["late by three days, the clock of 1970", "1970-01-01T00:00:00Z", "1970-01-04T00:00:00Z", "2026-11-25T15:00:00Z"],
  ["older than this version, within the life of a queue", "2026-01-03T10:00:00Z", undefined, "2026-01-03T10:00:00Z"],
  ["the clock was set right before it was sent", "1970-01-01T00:09:00Z", "2026-11-28T15:00:00Z", arrivedAt],
  ["the clock was set back before it was sent", "2038-01-19T03:14:07Z", "2026-11-28T15:00:00Z", arrivedAt],
  ["an older client", "2026-11-28T14:50:00Z", undefined, "2026-11-28T14:50:00Z"],
  ["an older client of 1970", "1970-01-01T00:09:00Z", undefined, arrivedAt],
  ["an older client of 2038", "2038-01-19T03:14:07Z", undefined, arrivedAt],
  ["a header that is no time", "2026-11-28T14:50:00Z", "yesterday", "2026-11-28T14:50:00Z"],
  ["a header out of range", "2026-11-28T14:50:00Z", "+999999-01-01T00:00:00Z", "2026-11-28T14:50:00Z"],
  ["captured after it was sent", "2026-11-28T15:30:00Z", "2026-11-28T15:00:00Z", arrivedAt],
  ["a time with 5,000 decimals", `2026-11-28T14:50:00.${"0".repeat(5_000)}Z`, undefined, "2026-11-28T14:50:00Z"],
])("%s", (_, capturedAt, sentAt, here) => {
  expect(new Date(timeHere(capturedAt, { sentAt, arrivedAt, builtAt })).toISOString()).toBe(
    new Date(here).toISOString(),
  );
});

test("a lead from a device with a wrong clock: stores the true time and the device's; a replay does not correct it again", async () => {
  const { send, driver, stop } = await appOver(unreachable);
  const hourMs = 3_600_000;
  /** What the device believes to be now, and ten minutes ago. */
  const [now, before] = ["1970-01-01T00:20:00.000Z", "1970-01-01T00:10:00.000Z"];
  const { version, text } = readyStations.find(({ id }) => id === "kiosk")?.consent ?? {};
  const consent = { version, text, language: "en", at: before, by: "self", channels: { call: true } };
  const body = { station: "kiosk", capturedAt: before, lead: { firstName: "Clock", phones: ["4155550134"] }, consent };
  const id = randomUUID();
  const create = (sentAt: string) =>
    send("POST", "/api/leads", body, { "idempotency-key": id, "foyer-sent-at": sentAt });
  const trueTime = Date.now() - hourMs / 6;
  expect((await create(now)).status).toBe(202);
  expect((await create("1970-01-01T05:20:00.000Z")).status).toBe(202);

  const rows = await driver.query("SELECT id, captured_at, device_captured_at, consent, lead FROM submissions");
  expect(rows).toHaveLength(1);
  const [{ captured_at: capturedAt, device_captured_at: deviceCapturedAt, consent: kept, lead } = {}] = rows;
  expect(Math.abs(Number(capturedAt) - trueTime)).toBeLessThan(60_000);
  expect(Number(deviceCapturedAt)).toBe(600_000);
  const { at, deviceAt } = JSON.parse(String(kept)) as { at: string; deviceAt: string };
  expect(Date.parse(at)).toBe(Number(capturedAt));
  expect(deviceAt).toBe(before);
  expect(lead).toContain(at);
  expect(lead).not.toContain("1970");
  await stop();
});
