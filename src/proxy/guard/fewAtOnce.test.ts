import { expect, test } from "vitest";
import { fewAtOnce } from "./fewAtOnce.ts";

test("runs two at a time, in their order, and refuses what is more than three behind", async () => {
  const run = fewAtOnce(2, 3);
  const ends: (() => void)[] = [];
  const began: number[] = [];
  const work = (name: number) => async () => {
    began.push(name);
    await new Promise<void>((resolve) => ends.push(resolve));
    return name;
  };
  const all = [1, 2, 3, 4, 5, 6].map((name) => run(work(name)));
  expect(began).toEqual([1, 2]);
  expect(await all[5]).toBeUndefined();
  for (let turn = 0; turn < 5; turn++) {
    ends[turn]?.();
    await all[turn];
  }
  expect(began).toEqual([1, 2, 3, 4, 5]);
  expect(await Promise.all(all.slice(0, 5))).toEqual([1, 2, 3, 4, 5].map((value) => ({ value })));
});

test("work that fails makes room for the next", async () => {
  const run = fewAtOnce(1, 1);
  await expect(run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await run(async () => 7)).toEqual({ value: 7 });
});
