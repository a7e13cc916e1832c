import { ask } from "./api.ts";

interface Config {
  readonly mode: "sandbox" | "lofty";
  /** Staff have a passcode to type. */
  readonly signIn: boolean;
}

/** How the proxy runs; undefined where it cannot be reached. */
export const config = ask<Config>("GET", "/api/config").catch(() => undefined);
