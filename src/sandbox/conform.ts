import { isObject, type Json, type JsonObject } from "./exactJson.ts";
import { type BodyName, type Schema, schemaOf } from "./facts.ts";

/** The problems found in a body. */
export interface Found {
  /** Unknown properties. They are lost silently (LOFTY.md 3.1). */
  readonly unknown: string[];
  /** Values of the wrong JSON type. */
  readonly wrongType: string[];
  /** Values outside the list that the documentation gives for them (LOFTY.md 3). */
  readonly unlisted: string[];
  /** Required properties that are missing. */
  readonly missing: string[];
}

/**
 * Returns the part of a body that its schema knows, and the problems. `null` counts as absent, as in a Java bean. Values
 * outside a list are in it.
 */
export function conform(body: Json, name: BodyName): { kept: JsonObject; found: Found } {
  const found: Found = { unknown: [], wrongType: [], unlisted: [], missing: [] };
  const kept = keep(body, schemaOf(name), "", found);
  return { kept: isObject(kept) ? kept : {}, found };
}

function keep(value: Json, given: Schema, path: string, found: Found): Json | undefined {
  const schema = schemaOf(given);
  if (schema.type === "object" && isObject(value)) return keepObject(value, schema, path, found);
  if (schema.type === "array" && Array.isArray(value)) {
    const items = schema.items ?? {};
    return value.flatMap((item, index) => keep(item, items, `${path}.${index}`, found) ?? []);
  }
  // Lofty stores an integer tag as its digits (LOFTY.md 3.1).
  if (typeof value === "number" && /^tags(Add|Remove)?\.\d+$/.test(path)) return String(value);
  if (isScalar(value, schema)) {
    if (schema.enum?.some((listed) => String(listed) === String(value)) === false) found.unlisted.push(path);
    return value;
  }
  found.wrongType.push(path);
  return undefined;
}

function keepObject(value: JsonObject, schema: Schema, path: string, found: Found): JsonObject {
  const known = schema.properties ?? {};
  const at = (name: string) => (path === "" ? name : `${path}.${name}`);
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const property = Object.hasOwn(known, name) ? known[name] : undefined;
    if (property === undefined) found.unknown.push(at(name));
    if (property === undefined || property.readOnly || inner === null) return [];
    const keptInner = keep(inner, property, at(name), found);
    return keptInner === undefined ? [] : [[name, keptInner] as const];
  });
  const absent = (name: string) => value[name] === undefined || value[name] === null;
  found.missing.push(...(schema.required ?? []).filter(absent).map(at));
  return Object.fromEntries(kept);
}

const bits: Readonly<Record<string, bigint>> = { int32: 31n, int64: 63n };

function isScalar(value: Json, { type, format = "int64" }: Schema): boolean {
  if (type === "integer") {
    // An id sent as a JSON string was observed to be refused (LOFTY.md 3.3).
    if (typeof value !== "bigint" && !Number.isInteger(value)) return false;
    const integer = BigInt(value as number | bigint);
    const edge = 1n << (bits[format] ?? 63n);
    return integer >= -edge && integer < edge;
  }
  if (type === "number") return Number.isFinite(value) || typeof value === "bigint";
  // An array is an object in JavaScript, but not in a Java bean.
  return type !== "object" && typeof value === type;
}
