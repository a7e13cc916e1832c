// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { ask } from "../browser/api.ts";
import { recall } from "../browser/device.ts";
import { endSession, endSessionOfBefore } from "./endSession.ts";

let isOnline = false;
let asked: string[] = [];
beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, "", "/outbox");
  isOnline = false;
  asked = [];
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    if (!isOnline) throw new TypeError("no network");
    return new Response(null, { status: 204 });
  });
});
const isDue = () => recall("sign-out") !== undefined;

test("a session that was ended without an answer is ended by the next page of staff, which tries until it is", async () => {
  const reload = vi.spyOn(window.location, "reload").mockReturnValue(undefined);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await endSession();
  expect([asked, isDue()]).toEqual([["DELETE /api/session"], true]);
  await endSessionOfBefore();
  expect([asked.length, isDue()]).toEqual([2, true]);
  isOnline = true;
  await vi.advanceTimersByTimeAsync(5_000);
  vi.useRealTimers();
  expect([asked.length, isDue()]).toEqual([3, false]);
  expect(reload).toHaveBeenCalledTimes(1);
  await endSessionOfBefore();
  expect(asked.length).toBe(3);
});

test("on a web page a visitor may have opened a link since: nothing is ended", async () => {
  await endSession();
  window.history.replaceState(null, "", "/embed/website");
  await endSessionOfBefore();
  expect([asked.length, isDue()]).toEqual([1, true]);
});

test("a kiosk's page ends it too: with the session of staff it would offer the hand-over", async () => {
  await endSession();
  window.history.replaceState(null, "", "/kiosk/kiosk");
  isOnline = true;
  vi.spyOn(window.location, "reload").mockReturnValue(undefined);
  await endSessionOfBefore();
  expect([asked.length, isDue()]).toEqual([2, false]);
});

test.each([
  [429, "rate-limited", true],
  [403, "foreign-origin", true],
  [503, "store-unavailable", true],
  [401, "not-signed-in", false],
])("answer %i %s: still to be ended? %s", async (status, name, isStillDue) => {
  const headers = { "content-type": "application/problem+json" };
  const body = JSON.stringify({ type: `/problems/${name}`, title: "Sample", status });
  vi.stubGlobal("fetch", async () => new Response(body, { status, headers }));
  await endSession();
  expect(isDue()).toBe(isStillDue);
});

test("a session that was opened since is not ended", async () => {
  await endSession();
  isOnline = true;
  await ask("POST", "/api/session", { station: "kiosk" });
  expect(isDue()).toBe(false);
  await endSessionOfBefore();
  expect(asked).toEqual(["DELETE /api/session", "POST /api/session"]);
});
