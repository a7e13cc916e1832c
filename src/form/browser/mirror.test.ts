// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";

/** What localStorage holds on disk. */
const onDisk = () => ({ ...localStorage });

/** The browser was killed: localStorage is again as it was on disk. Returns the next page, which opens later. */
async function kill(disk: Readonly<Record<string, string>>) {
  localStorage.clear();
  for (const [key, text] of Object.entries(disk)) localStorage.setItem(key, text);
  vi.spyOn(performance, "timeOrigin", "get").mockReturnValue(Date.now() + 1_000);
  vi.resetModules();
  return { ...(await import("./deviceKeys.ts")), ...(await import("./device.ts")) };
}

let keep: (key: string, value: unknown) => boolean;
let forget: (key: string) => void;

const copied = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(performance, "now").mockReturnValue(2_000);
  localStorage.clear();
  const page = await kill({});
  ({ keep, forget } = page);
  await page.restoreKept();
  await copied();
});

test("a kill loses neither the last keys nor a removal", async () => {
  keep("draft:a", { firstName: "Ad" });
  keep("draft:sent", { firstName: "Sent" });
  await copied();
  const disk = onDisk();
  keep("draft:a", { firstName: "Ada Sample" });
  forget("draft:sent");
  await copied();
  const { onOtherTabChange, restoreKept, keep: keepNext } = await kill(disk);
  // The next page keeps something before it looks for what was lost.
  keepNext("fonts", true);
  const told = vi.fn<() => void>();
  onOtherTabChange("draft:", told);
  await restoreKept();
  expect(localStorage.getItem(`foyer:draft:a`)).toBe('{"firstName":"Ada Sample"}');
  expect(localStorage.getItem(`foyer:draft:sent`)).toBeNull();
  expect(told).toHaveBeenCalledTimes(2);
  expect(localStorage.getItem("foyer:fonts")).toBe("true");
});

test("a page that was left before it copied its last change keeps the change", async () => {
  keep("draft:a", "old");
  await copied();
  keep("draft:a", "new");
  const { restoreKept } = await kill(onDisk());
  await restoreKept();
  expect(localStorage.getItem(`foyer:draft:a`)).toBe('"new"');
});

test("what the next page changes itself counts more than what was lost", async () => {
  keep("draft:a", "old");
  await copied();
  const disk = onDisk();
  keep("draft:a", "lost");
  await copied();
  const { restoreKept, keep: keepNext } = await kill(disk);
  keepNext("draft:a", "typed again");
  await restoreKept();
  expect(localStorage.getItem("foyer:draft:a")).toBe('"typed again"');
});

test("what another tab has just written is left to that tab", async () => {
  keep("draft:a", "old");
  await copied();
  const disk = onDisk();
  keep("draft:a", "newer");
  await copied();
  const { restoreKept } = await kill(disk);
  vi.spyOn(performance, "timeOrigin", "get").mockReturnValue(Date.now() - 5_000);
  await restoreKept();
  expect(localStorage.getItem(`foyer:draft:a`)).toBe('"old"');
});

test("a clock that was put back hides no change", async () => {
  keep("draft:a", "old");
  await copied();
  const disk = onDisk();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() - 3_600_000);
  keep("draft:a", "new");
  await copied();
  vi.mocked(Date.now).mockRestore();
  const { restoreKept } = await kill(disk);
  await restoreKept();
  expect(localStorage.getItem(`foyer:draft:a`)).toBe('"new"');
});

test("a database that hangs holds up nothing", async () => {
  const { restoreKept } = await kill(onDisk());
  const silent = Object.assign(Object.create(IDBRequest.prototype) as IDBOpenDBRequest, { addEventListener: () => {} });
  vi.spyOn(indexedDB, "open").mockReturnValue(silent);
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const restored = restoreKept().then(() => "goes on");
  vi.advanceTimersByTime(3_000);
  vi.useRealTimers();
  expect(await restored).toBe("goes on");
});
