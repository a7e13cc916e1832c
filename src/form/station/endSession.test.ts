// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { recall } from "../browser/device.ts";
import { endSession, endSessionOfBefore } from "./endSession.ts";
import { notifySignedIn } from "./signedIn.ts";

let isOnline = false;
let asked: string[] = [];
beforeEach(() => {
  localStorage.clear();
  isOnline = false;
  asked = [];
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`);
    if (!isOnline) throw new TypeError("no network");
    return new Response(null, { status: 204 });
  });
});
const isDue = () => recall("sign-out") !== undefined;

test("a session that was ended without a network ends at the next start with one", async () => {
  await endSession();
  expect([asked, isDue()]).toEqual([["DELETE /api/session"], true]);
  await endSessionOfBefore();
  expect(isDue()).toBe(true);
  isOnline = true;
  await endSessionOfBefore();
  expect([asked.length, isDue()]).toEqual([3, false]);
  await endSessionOfBefore();
  expect(asked.length).toBe(3);
});

test("it ends when the network is back, unless somebody has signed in since", async () => {
  await endSession();
  await endSessionOfBefore();
  isOnline = true;
  window.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(isDue()).toBe(false));
  isOnline = false;
  await endSession();
  notifySignedIn();
  const before = asked.length;
  isOnline = true;
  window.dispatchEvent(new Event("online"));
  expect([asked.length, isDue()]).toEqual([before, false]);
});
