import { expect, test } from "vitest";
import { quietTime, type Sign } from "./quietTime.ts";

const second = 1_000;
const hours = 3_600 * second;
const limitMs = 60 * second;

type Device = ReturnType<typeof device>;

/** A device with clocks that the test sets, and a page that looks every second while it is awake. */
function device() {
  let [steady, wall] = [0, Date.UTC(2026, 10, 28, 12)];
  const quiet = quietTime(() => ({ steady, wall }));
  return {
    awake: (seconds: number) => {
      for (let passed = 0; passed < seconds; passed++) {
        [steady, wall] = [steady + second, wall + second];
        quiet.look(false);
      }
    },
    moment: () => void ([steady, wall] = [steady + 200, wall + 200]),
    setClock: (ms: number) => void (wall += ms),
    /** `steadyToo`: on some devices the steady clock also runs during sleep. */
    asleep: (ms: number, steadyToo = false) => void ([steady, wall] = [steady + (steadyToo ? ms : 0), wall + ms]),
    sign: (sign: Sign) => quiet.sign(sign, limitMs),
    look: (isAway = false) => quiet.look(isAway),
  };
}

test.each([2 * hours, 20 * 365 * 24 * hours, -2 * hours, -50 * 365 * 24 * hours])(
  "the clock is set by %d ms between two keys: changes nothing",
  (ms) => {
    const { moment, setClock, sign, look } = device();
    sign("key");
    moment();
    setClock(ms);
    moment();
    sign("key");
    sign("other");
    expect(look()).toEqual({ ms: 0, isUnsure: false });
  },
);

test("the clock is set ahead while somebody types: hides the page until the next key", () => {
  const { awake, setClock, sign, look } = device();
  sign("key");
  setClock(2 * hours);
  awake(1);
  expect(look().isUnsure).toBe(true);
  sign("key");
  expect(look()).toEqual({ ms: 0, isUnsure: false });
});

test.each([-2 * hours, -50 * 365 * 24 * hours])("the clock is set back by %d ms: does not extend the time", (ms) => {
  const { awake, setClock, sign, look } = device();
  sign("touch");
  awake(20);
  setClock(ms);
  awake(40);
  expect(look().ms).toBe(60 * second);
});

const wakings: { readonly [what: string]: { readonly before: Sign; readonly wake: (one: Device) => void } } = {
  "no key follows": { before: "key", wake: ({ awake }) => awake(11) },
  "a touch wakes it": { before: "key", wake: ({ sign }) => sign("touch") },
  "the browser says that the page was hidden": { before: "key", wake: ({ look }) => look(true) },
  "nobody had typed, and a key wakes it": { before: "touch", wake: ({ sign }) => sign("key") },
};

test.each(Object.entries(wakings))("the device slept two hours: %s", (_, { before, wake }) => {
  for (const steadyToo of [false, true]) {
    const one = device();
    one.sign(before);
    one.asleep(2 * hours, steadyToo);
    wake(one);
    expect(one.look().ms).toBeGreaterThanOrEqual(2 * hours);
    expect(one.look().isUnsure).toBe(false);
  }
});

test("the clock is set back while the page is hidden: the time counts as infinite", () => {
  const { sign, setClock, look } = device();
  sign("touch");
  setClock(-2 * hours);
  expect(look(true).ms).toBe(Infinity);
});

test("sleep counts after the clock was set back", () => {
  const { sign, setClock, awake, asleep, look } = device();
  sign("touch");
  setClock(-2 * hours);
  awake(1);
  asleep(300 * second);
  expect(look().ms).toBe(301 * second);
});

test("a sign of life after the limit does not count", () => {
  const { sign, awake, look } = device();
  sign("touch");
  awake(60);
  for (const sort of ["key", "touch", "other"] as const) sign(sort);
  expect(look().ms).toBe(60 * second);
});
