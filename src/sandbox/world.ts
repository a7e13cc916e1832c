import type { Ledger } from "./ledger.ts";
import { emptyStore, type Store } from "./store.ts";
import { defaultSettings, type Settings } from "./switches.ts";
import { emptyTokens, type Tokens } from "./tokens.ts";

/** Time and chance come from outside, so that a simulation can own both. */
export interface Means {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** The API key that is accepted. */
  readonly key: string;
  /** Divides every wait and window (FOYER_TIME_SCALE). */
  readonly timeScale?: number;
}

/** What the limits have counted in the window that is open. */
export interface Window {
  readonly startedAt: number;
  readonly used: number;
}

/** Everything the stand-in knows. */
export interface World {
  readonly now: () => number;
  readonly random: () => number;
  /** Chance for the faults: `random`, or a series of its own (`faultSeed`). */
  chance: () => number;
  readonly key: string;
  /** A length of time at the scale of this run. */
  readonly scaled: (ms: number) => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly settings: Settings;
  readonly store: Store;
  readonly tokens: Tokens;
  readonly windows: { minute?: Window; second?: Window };
  readonly ledger: Ledger;
}

export function createWorld({ now, random, sleep, key, timeScale = 1 }: Means): World {
  const scaled = (ms: number) => ms / timeScale;
  return {
    now,
    random,
    chance: random,
    key,
    scaled,
    wait: (ms) => (ms > 0 ? sleep(scaled(ms)) : Promise.resolve()),
    settings: defaultSettings(),
    store: emptyStore(),
    tokens: emptyTokens(),
    windows: {},
    ledger: { requests: [] },
  };
}
