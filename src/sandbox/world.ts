import type { Ledger } from "./ledger.ts";
import { emptyStore, type Store } from "./store.ts";
import { defaultSettings, type Settings } from "./switches.ts";
import { emptyTokens, type Tokens } from "./tokens.ts";

/** Time and random numbers are passed in, so that a simulation can control them. */
export interface Means {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** The accepted API key. */
  readonly key: string;
  /** All waits and windows are divided by this (FOYER_TIME_SCALE). */
  readonly timeScale?: number;
}

/** The count of requests in the current window. */
export interface Window {
  readonly startedAt: number;
  readonly used: number;
}

/** The state of a sandbox. */
export interface World {
  readonly now: () => number;
  readonly random: () => number;
  /** Random numbers for faults: `random`, or a repeatable series (`faultSeed`). */
  chance: () => number;
  readonly key: string;
  /** Converts milliseconds to the time scale of this run. */
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
