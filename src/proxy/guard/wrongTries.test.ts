import { expect, test } from "vitest";
import { wrongTries } from "./wrongTries.ts";

test("five tries are free, then each waits twice as long, up to 15 minutes; the right passcode resets it", () => {
  let at = 0;
  const tries = wrongTries(() => at);
  expect(Array.from({ length: 5 }, () => tries.take("guesser"))).toEqual([0, 0, 0, 0, 0]);
  const waits = Array.from({ length: 13 }, () => {
    const wait = tries.take("guesser");
    at += wait;
    expect(tries.take("guesser")).toBe(0);
    return wait / 1000;
  });
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  expect(tries.take("another")).toBe(0);
  tries.right("guesser");
  expect(tries.take("guesser")).toBe(0);
});

test("starts again after a day", () => {
  let at = 0;
  const tries = wrongTries(() => at);
  for (let count = 0; count < 6; count++) tries.take("guesser");
  at += 25 * 3_600_000;
  expect(Array.from({ length: 5 }, () => tries.take("guesser"))).toEqual([0, 0, 0, 0, 0]);
});

test("while a key waits, 60 tries are checked, then one every ten seconds", () => {
  let at = 0;
  const tries = wrongTries(() => at);
  const judged = () => Array.from({ length: 100 }, () => tries.takeSpare("office")).filter(Boolean).length;
  expect([judged(), judged()]).toEqual([60, 0]);
  at += 9_999;
  expect(judged()).toBe(0);
  at += 1;
  expect(judged()).toBe(1);
  at += 24 * 3_600_000;
  expect(judged()).toBe(60);
});
