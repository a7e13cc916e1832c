// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { keep, prefix } from "../browser/device.ts";
import { keysFrom } from "../browser/deviceKeys.ts";
import { forgetStaffs, leaveWithOtherTabs } from "./forgetStaffs.ts";
import { keepCopy } from "./orLast.ts";
import { noteRevoked } from "./revoked.ts";

afterEach(() => void vi.restoreAllMocks());

const shown = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));

test("an answer that comes after staff have left stores nothing of theirs", async () => {
  keepCopy("stations", ["presets"]);
  await forgetStaffs(false);
  keepCopy("stations", ["presets"]);
  expect(Object.keys(localStorage).filter((key) => key !== `${prefix}left`)).toEqual([]);
});

test("a device that is revoked keeps nothing of staff's", () => {
  for (const key of ["stations", "vocabulary", "fix:1"]) keep(key, "staff's");
  noteRevoked(true);
  expect(keysFrom("")).toEqual(expect.not.arrayContaining(["stations", "vocabulary", "fix:1"]));
  noteRevoked(false);
});

test("a page of staff that Back shows from memory loads again if staff have left since", async () => {
  window.history.replaceState(null, "", "/today");
  const reload = vi.spyOn(window.location, "reload").mockReturnValue(undefined);
  leaveWithOtherTabs();
  shown(true);
  expect(reload).not.toHaveBeenCalled();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 1_000);
  await forgetStaffs(false);
  shown(false);
  expect(reload).not.toHaveBeenCalled();
  shown(true);
  expect(reload).toHaveBeenCalledTimes(1);
  expect(document.body.hidden).toBe(true);
});
