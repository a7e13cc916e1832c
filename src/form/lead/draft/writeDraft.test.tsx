// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readyStations } from "#lead/station/readyStations.ts";
import type { Station } from "#lead/station/station.ts";
import { prefix } from "../../browser/device.ts";
import { keysFrom } from "../../browser/deviceKeys.ts";
import { endDraft, letGo } from "./endDraft.ts";
import { throwAway } from "./handOver.ts";
import { keepDraft } from "./keepDraft.ts";
import { writeSoon } from "./writeDraft.ts";
import { clearForm, click, drawForm, quiet, write, type Box } from "../../testing/form.tsx";
import { act } from "../../testing/act.ts";

/** The longest wait for a write (250 ms), plus time for a busy machine. */
const writtenMs = 350;
const desk = readyStations.find(({ profile }) => profile === "desk") as Station;

beforeEach(async () => {
  localStorage.clear();
  await drawForm({ ...desk, drafts: true }, "contact");
});
afterEach(() => {
  vi.useRealTimers();
  clearForm();
});

const firstName = () => document.getElementById("f-firstName") as Box;
/** The stored drafts, as another tab reads them. */
const kept = () => keysFrom("draft:").map((key) => localStorage.getItem(prefix + key) ?? "");
const pass = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

test("writes 250 ms after the first change, however fast the next ones follow, and not at each key", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  for (const text of ["B", "Bo", "Bob"]) {
    await write(firstName(), text);
    expect(kept().join()).not.toContain("B");
    await act(() => vi.advanceTimersByTimeAsync(100));
  }
  expect(kept().join()).toContain('"firstName":"Bob"');
});

const hide = () => {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  Reflect.deleteProperty(document, "visibilityState");
};

test.each([
  ["is left", () => window.dispatchEvent(new Event("pagehide"))],
  ["is hidden", hide],
])("writes at once when the page %s", async (_, leave) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await write(firstName(), "Gone");
  expect(kept().join()).not.toContain("Gone");
  act(() => leave());
  expect(kept().join()).toContain('"firstName":"Gone"');
});

test("a lead that is saved right after its last key: is not written as a draft again", async () => {
  await write(firstName(), "Saved");
  await pass(writtenMs);
  await write(firstName(), "Saved Sample");
  await click(/^Send now/);
  await pass(writtenMs);
  await quiet();
  expect(kept().join()).not.toContain("Saved");
});

test.each([
  ["was handed over", letGo],
  ["is stored elsewhere", endDraft],
  ["was thrown away", throwAway],
])("a pending write is dropped when its lead %s", async (_, end) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const draft = { key: "draft:front-desk:ended", station: "front-desk", onDevice: true };
  writeSoon(draft, () => keepDraft(draft, { firstName: "Ended" }));
  end(draft);
  window.dispatchEvent(new Event("pagehide"));
  await act(() => vi.advanceTimersByTimeAsync(writtenMs));
  expect(kept()).toEqual([]);
});

test("a draft that another tab has ended: is not written again", async () => {
  await write(firstName(), "Shared");
  await pass(writtenMs);
  const [key = ""] = keysFrom("draft:");
  await write(firstName(), "Shared Sample");
  localStorage.removeItem(prefix + key);
  window.dispatchEvent(new StorageEvent("storage", { key: prefix + key }));
  await pass(writtenMs);
  expect(kept()).toEqual([]);
});

test("a late event of the page before this one, in the same tab: changes nothing", async () => {
  await write(firstName(), "Typed");
  await pass(writtenMs);
  const [key = ""] = keysFrom("draft:");
  await write(firstName(), "Typed Sample");
  const last = Symbol("the same form");
  Object.assign(firstName(), { last });
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  window.dispatchEvent(new StorageEvent("storage", { key: prefix + key, newValue: '{"firstName":"Before"}' }));
  await pass(writtenMs);
  expect(firstName()).toHaveProperty("last", last);
  expect(kept().join()).toContain('"firstName":"Typed Sample"');
});
