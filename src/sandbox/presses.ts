import { setSwitches } from "./setSwitches.ts";
import type { Json } from "./exactJson.ts";
import type { World } from "./world.ts";

/** The buttons above the table of switches, for what people try first. */
export const presses: Readonly<Record<string, { readonly words: string; readonly sets: Json }>> = {
  "refuse-next": {
    words: "Refuse the next lead",
    sets: { fault: "status400", faultOn: "create", faultCount: 1 },
  },
  "go-silent": { words: "Go silent", sets: { fault: "silenceBefore", faultOn: "all", faultCount: 0 } },
  reset: { words: "Reset", sets: { reset: true } },
};

/** Sets the switches of a button. Returns false for an unknown one. */
export function press(world: World, name: string): boolean {
  const wanted = Object.hasOwn(presses, name) ? presses[name] : undefined;
  return wanted !== undefined && setSwitches(world, wanted.sets) === undefined;
}
