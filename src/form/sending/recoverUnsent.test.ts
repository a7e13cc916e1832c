// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { keep, recall } from "../device.ts";
import { handOver } from "../lead/handOver.ts";
import { draftAgain } from "../lead/draftAgain.ts";
import { settleUnsent } from "../send/keepUnsent.ts";
import type { Outgoing } from "../send/outgoing.ts";
import { unsentAt } from "../send/unsent.ts";
import type { FormStation } from "../station/useStation.ts";

const station = { id: "front-desk", profile: "desk", consent: { version: "1", text: "" } } as unknown as FormStation;
const answers = { firstName: "Ada" };
const draft = { key: "draft:front-desk:1", station: "front-desk", onDevice: true };

/** What localStorage held some seconds before the crash is all that is left of it. */
async function crash(left: () => void): Promise<readonly Outgoing[]> {
  localStorage.clear();
  left();
  vi.resetModules();
  const { recoverUnsent } = await import("./recoverUnsent.ts");
  return recoverUnsent();
}
const save = () => handOver(draft, answers, station, "en", {});

beforeEach(() => {
  localStorage.clear();
  keep(draft.key, answers);
});

test("a lead that was saved just before a crash is unsent again, and its draft does not come back", async () => {
  const saved = await save();
  expect(recall(draft.key)).toBeUndefined();
  const missing = await crash(() => keep(draft.key, answers));
  expect(missing).toEqual([saved]);
  expect(unsentAt("front-desk")).toContainEqual(saved);
  expect(localStorage.getItem(`foyer:${draft.key}`)).toBeNull();
});

test("a lead that the proxy has is not sent again, and its draft does not come back", async () => {
  const saved = await save();
  settleUnsent(saved);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const missing = await crash(() => keep(draft.key, answers));
  expect(missing.map(({ id }) => id)).not.toContain(saved.id);
  expect(localStorage.getItem(`foyer:${draft.key}`)).toBeNull();
});

test("a refused lead whose correction was lost is unsent again; one whose correction is there is not", async () => {
  const lost = await save();
  draftAgain(station, lost, answers);
  expect((await crash(() => undefined)).map(({ id }) => id)).toContain(lost.id);
  const there = await save();
  draftAgain(station, there, answers);
  const missing = await crash(() => keep(`correction:front-desk:${there.id}`, answers));
  expect(missing.map(({ id }) => id)).not.toContain(there.id);
});

test("the draft stays while the lead is kept nowhere else", async () => {
  const storage = localStorage;
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.getItem(key),
    removeItem: (key: string) => storage.removeItem(key),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  const open = vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("blocked", "SecurityError");
  });
  const saved = await save();
  expect(localStorage.getItem(`foyer:${draft.key}`)).not.toBeNull();
  vi.unstubAllGlobals();
  open.mockRestore();
  settleUnsent(saved);
  expect(localStorage.getItem(`foyer:${draft.key}`)).toBeNull();
});
