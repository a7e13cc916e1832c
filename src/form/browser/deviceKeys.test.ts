// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { closeKeys, keep, prefix, recall } from "./device.ts";
import { onOtherTabChange } from "./deviceKeys.ts";

/** Another tab writes; its event comes at once or later. */
const elsewhere = (key: string, text: string) => localStorage.setItem(prefix + key, text);
const event = (key: string) => window.dispatchEvent(new StorageEvent("storage", { key: prefix + key }));

test("another tab's change counts also if it came between the first read and the listener", () => {
  elsewhere("draft:a", '"read"');
  expect(recall("draft:a")).toBe("read");
  elsewhere("draft:a", '"newer"');
  const run = vi.fn<() => void>();
  onOtherTabChange("draft:a", run);
  event("draft:a");
  expect(run).toHaveBeenCalledTimes(1);
});

test("an event counts once, and not at all for what this page wrote itself", () => {
  const run = vi.fn<() => void>();
  onOtherTabChange("draft:b", run);
  keep("draft:b", "own");
  event("draft:b");
  expect(run).not.toHaveBeenCalled();
  elsewhere("draft:b", '"theirs"');
  event("draft:b");
  event("draft:b");
  expect(run).toHaveBeenCalledTimes(1);
  keep("draft:b", "own again");
  elsewhere("draft:b", '"theirs"');
  event("draft:b");
  expect(run).toHaveBeenCalledTimes(2);
});

test("closed keys store nothing, other keys go on", () => {
  closeKeys(["station:", "stations"]);
  for (const key of ["station:late", "stations", "draft:c"]) keep(key, "late");
  expect(["station:late", "stations", "draft:c"].map((key) => localStorage.getItem(prefix + key))).toEqual([
    null,
    null,
    '"late"',
  ]);
  expect(recall("stations")).toBeUndefined();
});
