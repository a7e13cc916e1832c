import { expect, test } from "vitest";
import { nextEvent, readyRows, type Facts } from "./readyRows.ts";

const event = { address: "48 Larkspur Lane", date: "2026-11-28" };
const ready: Facts = {
  isSandbox: false,
  credential: "taken",
  recognizes: true,
  event,
  isPersisted: true,
  isInstalled: true,
  offlineAt: "2026-11-27T12:00:00Z",
  delivered: 1,
};
const open = (facts: Partial<Facts>) =>
  readyRows({ ...ready, ...facts })
    .filter(({ isDone }) => !isDone)
    .map(({ says }) => says);

test("everything was seen: all five checks are done", () => {
  expect(readyRows(ready).map(({ isDone }) => isDone)).toEqual([true, true, true, true, true]);
});

test.each<[Partial<Facts>, string]>([
  [{ isSandbox: true }, "keySandbox"],
  [{ credential: "refused" }, "keyRefused"],
  [{ credential: "untried" }, "keyUntried"],
  [{ credential: undefined }, "keyUntried"],
  [{ recognizes: false }, "keyBlind"],
  [{ recognizes: undefined }, "keyUnknown"],
  [{ event: undefined }, "eventMissing"],
  [{ isPersisted: false }, "storageAsk"],
  [{ isPersisted: undefined }, "storageNone"],
  [{ offlineAt: undefined }, "offlineTry"],
  [{ offlineAt: undefined, isInstalled: false }, "offlineLoading"],
  [{ delivered: 0 }, "leadMissing"],
  [{ delivered: undefined }, "leadMissing"],
])("%j: only this check is open: %s", (facts, says) => {
  expect(open(facts)).toEqual([says]);
});

test("the next event is today's or the first after it", () => {
  const [before, today, later] = ["2026-11-27", "2026-11-28", "2026-12-05"].map((date) => ({ ...event, date }));
  expect(nextEvent([later, before, null, today, undefined], "2026-11-28")).toBe(today);
  expect(nextEvent([before], "2026-11-28")).toBeUndefined();
});
