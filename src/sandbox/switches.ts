import { faultSwitches } from "./faultSwitches.ts";
import { recordSwitches } from "./recordSwitches.ts";
import { requestSwitches } from "./requestSwitches.ts";

/** All switches of the sandbox (LOFTY.md 7). */
export const switches = { ...requestSwitches, ...recordSwitches, ...faultSwitches };

export type SwitchName = keyof typeof switches;
export type Settings = { [Name in SwitchName]: (typeof switches)[Name]["default"] };
export const switchNames = Object.keys(switches) as SwitchName[];

export function defaultSettings(): Settings {
  return Object.fromEntries(switchNames.map((name) => [name, switches[name].default])) as unknown as Settings;
}
