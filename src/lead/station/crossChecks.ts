import * as z from "zod/mini";
import { addressParts, contacts, isAskedAt, isVisited, needsContact } from "./allowed.ts";
import { attributeValueHolds, selected } from "../attributeValue.ts";
import { conditions } from "../conditions.ts";
import { fieldAt } from "../fields.ts";
import type { IssueCode } from "../issue.ts";
import { normalise } from "../normalise.ts";
import type { LeadRules } from "./schema.ts";
import type { AttributeType } from "../topics/attributes.ts";
import { valueAt } from "../valueAt.ts";

interface Found {
  readonly path: string;
  readonly code: IssueCode;
}
type Look = (lead: unknown, station: LeadRules) => readonly Found[];

/** The rules that span several fields of a lead. They always run, even if a single field has issues. */
export const crossChecks = (station: LeadRules) =>
  [wanted, contact, address, owner, attributes, transaction].map((look) => everyTime(look, station));

function everyTime(look: Look, station: LeadRules): z.core.$ZodCheck<unknown> {
  return z.check<unknown>(
    ({ value, issues }) => {
      for (const { path, code } of look(value, station))
        issues.push({
          code: "custom",
          input: value,
          path: path.split(".").map(index),
          message: code,
          params: { code },
        });
    },
    { when: () => true },
  );
}

const index = (part: string) => (/^\d+$/.test(part) ? Number(part) : part);

/** The station's required fields, if their condition holds. */
const wanted: Look = (lead, { required }) =>
  required
    .filter((path) => {
      const when = fieldAt(path)?.when;
      return valueAt(lead, path) === undefined && (when === undefined || conditions[when](lead));
    })
    .map((path) => ({ path, code: "required" }));

/** One of these answers is needed. The issue is at the first that the form asks: it has a box. */
const oneOf = (paths: readonly [string, ...string[]], lead: unknown, station: LeadRules): readonly Found[] =>
  paths.every((path) => valueAt(lead, path) === undefined)
    ? [{ path: paths.find((path) => isAskedAt(path, station)) ?? paths[0], code: "required" }]
    : [];

const contact: Look = (lead, station) => (needsContact(station) ? oneOf(contacts, lead, station) : []);

const address: Look = (lead, station) =>
  valueAt(lead, "property") === undefined ? [] : oneOf(addressParts, lead, station);

const owner: Look = (lead) =>
  conditions.ownerNeedsId(lead) && valueAt(lead, "ownershipId") === undefined
    ? [{ path: "ownershipId", code: "required" }]
    : [];

/** Lofty returns 400/200062 for angle brackets here. */
const transaction: Look = (lead) =>
  /[<>]/.test(String(valueAt(lead, "leadTransaction.transactionName") ?? ""))
    ? [{ path: "leadTransaction.transactionName", code: "format" }]
    : [];

const attributes: Look = (lead, station) => {
  const rows = valueAt(lead, "customAttributeList");
  if (!Array.isArray(rows)) return [];
  const names = rows.map((row: unknown) => valueAt(row, "attributeName"));
  const first = new Map(names.map((name, at) => [name, at] as const).toReversed());
  return rows.flatMap((row: unknown, at) => {
    const here = (part: string, code: IssueCode) => ({ path: `customAttributeList.${at}.${part}`, code });
    const type = valueAt(row, "attributeType");
    const value = valueAt(row, "value");
    const known = station.attributes.find(({ name }) => name === names[at]);
    if (isVisited(station) && !known?.visitors) return [here("attributeName", "not-allowed")];
    // The proxy puts our reference there (footer.ts).
    if (!known && names[at] !== undefined && names[at] === station.referenceAttribute)
      return [here("attributeName", "not-allowed")];
    if (first.get(names[at]) !== at) return [here("attributeName", "format")];
    if (known && type !== known.type) return [here("attributeType", "not-an-option")];
    const holds = attributeValueHolds[type as AttributeType];
    if (typeof value !== "string" || holds === undefined) return [];
    if (!holds(value)) return [here("value", "format")];
    const picked = type === "multi_select" ? (selected(value) ?? []) : type === "single_select" ? [value] : [];
    const options = known?.options;
    return options && picked.some((option) => !options.includes(normalise(option)))
      ? [here("value", "not-an-option")]
      : [];
  });
};
