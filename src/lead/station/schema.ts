import * as z from "zod/mini";
import { isAllowed, isVisited } from "./allowed.ts";
import { crossChecks } from "./crossChecks.ts";
import { mostAnswers, type Field } from "../field.ts";
import { fieldIn, type Stamped } from "./fieldIn.ts";
import { fieldAt, fields } from "../fields.ts";
import { rules } from "../kinds.ts";
import type { JsonObject } from "../json.ts";
import type { Station } from "./station.ts";
import { tidy } from "../tidy.ts";

/** What of a station decides which leads it takes: nothing that visitors may not know. */
export type LeadRules = Pick<Station, "profile" | "asks" | "required" | "needsContact" | "attributes"> &
  Partial<Pick<Station, "referenceAttribute">> &
  Stamped;

type Rule = z.ZodMiniType<unknown, unknown>;
/** A request body as a tree: each node is a field, or an object that groups dotted paths. */
interface Branch {
  [key: string]: Field | Branch;
}

const refused = (code: string): Rule =>
  z.optional(z.unknown().check(z.refine(() => false, { error: code, params: { code } })));

/**
 * The schema for a lead at a station, used by browser and proxy alike. It tidies the draft, checks every path (unknown
 * keys and fields that the station may not set are issues), then the rules that span several fields. Its output is what
 * is counted, sent and compared. `now` decides which dates are in the past.
 */
export function leadSchema(station: LeadRules, now: () => Date = () => new Date()): z.ZodMiniType<JsonObject, unknown> {
  const lead = object(branches(fields), "", station, now);
  return z.pipe(
    z.transform((draft) => tidy(draft, fieldAt)),
    lead.check(...crossChecks(station)),
  ) as unknown as z.ZodMiniType<JsonObject, unknown>;
}

function branches(among: readonly Field[]): Branch {
  const root: Branch = {};
  for (const field of among) {
    const parts = field.path.split(".");
    const last = parts.pop() as string;
    let branch = root;
    for (const part of parts) branch = (branch[part] ??= {}) as Branch;
    branch[last] = field;
  }
  return root;
}

const isField = (node: Field | Branch): node is Field => typeof node["kind"] === "string";

function object(branch: Branch, prefix: string, station: LeadRules, now: () => Date): Rule {
  const shape: Record<string, Rule> = {};
  for (const [key, node] of Object.entries(branch)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    shape[key] = isField(node) ? answer(node, path, station, now) : z.optional(object(node, path, station, now));
  }
  return z.strictObject(shape) as unknown as Rule;
}

function answer(field: Field, path: string, station: LeadRules, now: () => Date): Rule {
  if (field.rule === "server-managed") return refused("server-managed");
  if (!isAllowed(field, path, station)) return refused("not-allowed");
  const { kind } = field;
  const isRows = kind === "rows" || kind === "attributes";
  const one = isRows
    ? object(branches(field.fields ?? []), path, station, now)
    : rules[kind](fieldIn(station, field), now);
  const rule = field.many || isRows ? list(one, mostAnswers(field, isVisited(station))) : one;
  return field.required ? rule : z.optional(rule);
}

const list = (one: Rule, most: number | undefined): Rule =>
  z.array(one).check(...(most === undefined ? [] : [z.maxLength(most)])) as unknown as Rule;
