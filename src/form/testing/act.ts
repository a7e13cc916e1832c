import { act as reactAct } from "react";

let running = 0;
const count = (change: 1 | -1) => {
  running += change;
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: running > 0 });
};

/**
 * React's `act`. Outside of it React does not warn of updates: timers of the form also run between the end of a test
 * and the removal of its form.
 */
export function act<Result>(run: () => Promise<Result>): Promise<Result>;
export function act(run: () => void): void;
export function act(run: () => unknown): unknown {
  count(1);
  const done = Promise.resolve(reactAct(run as () => Promise<unknown>));
  void done.then(
    () => count(-1),
    () => count(-1),
  );
  return done;
}
