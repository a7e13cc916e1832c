import { isObject, type Json } from "./exactJson.ts";
import type { Range } from "./switch.ts";
import { seededRandom } from "./seededRandom.ts";
import { defaultSettings, switches, switchNames } from "./switches.ts";
import type { World } from "./world.ts";

/**
 * Sets the switches in `body`, all or none. Returns undefined, or an error that names the switch and its allowed
 * values.
 */
export function setSwitches(world: World, body: Json): string | undefined {
  if (!isObject(body)) return "Send an object: {switch: value}.";
  const { reset, ...wanted } = body;
  if (reset !== undefined && typeof reset !== "boolean") return "reset: true or false";
  const wrong = Object.entries(wanted).map(([name, value]) => problemWith(name, value));
  const first = wrong.find((problem) => problem !== undefined);
  if (first !== undefined) return first;
  Object.assign(world.settings, reset ? defaultSettings() : {}, wanted);
  const { faultSeed } = world.settings;
  if (reset || "faultSeed" in wanted) world.chance = faultSeed === 0 ? world.random : seededRandom(faultSeed);
  return undefined;
}

function problemWith(name: string, value: Json): string | undefined {
  const known = switchNames.find((other) => other === name);
  if (known === undefined) return `${name}: no such switch. There are: ${switchNames.join(", ")}`;
  const { allowed } = switches[known];
  const fits = "from" in allowed ? isIn(allowed, value) : (allowed as readonly Json[]).includes(value);
  return fits ? undefined : `${name}: ${allowedWords(allowed)}`;
}

const isIn = ({ from, to, whole }: Range, value: Json): boolean =>
  typeof value === "number" && value >= from && value <= to && (!whole || Number.isInteger(value));

export function allowedWords(allowed: Range | readonly (string | boolean)[] | readonly number[]): string {
  return "from" in allowed
    ? `${allowed.whole ? "a whole number" : "a number"} from ${allowed.from} to ${allowed.to}`
    : [...new Set<unknown>(allowed)].join(", ");
}
