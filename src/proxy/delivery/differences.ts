import { sameEmail } from "#lead/email.ts";
import { isObject, type JsonObject } from "#lead/json.ts";
import type { Difference } from "#lead/submission/staffAnswers.ts";
import { samePhone } from "./people.ts";

type Record = Readonly<globalThis.Record<string, unknown>>;

/**
 * Fields that a read never returns (LOFTY.md 3.1, 5): they cannot be compared. Any other missing field was not stored.
 */
const writeOnly =
  /^(assignGroupId|content|defaultInquiryParam|isPin|leadAlert|leadRouting|leadTransaction|specifiedAssignGroupId|welcomeEmail|property\.price(Min|Max)|customAttributeList\.\d+\.params)$/;

/**
 * Returns the fields that the CRM stores with another value than we sent. Lofty ignores unknown fields silently
 * (LOFTY.md 3.1).
 */
export function differencesIn(lead: JsonObject, record: Record): readonly Difference[] {
  return compare("", lead, asSent(record));
}

/** Renames the fields of a read to those of a create (LOFTY.md 5). */
export function asSent(record: Record): Record {
  const { tags, content: _content, ...rest } = record;
  const names = Array.isArray(tags) ? tags.map((tag: unknown) => (isObject(tag) ? tag["tagName"] : tag)) : undefined;
  return {
    ...rest,
    tags: names,
    tagsAdd: names,
    inquiry: record["leadInquiry"],
    property: record["leadPropertyList"],
    customAttributeList: record["customAttributes"],
    groups: record["groups"] ?? record["segments"],
    segments: record["segments"] ?? record["groups"],
  };
}

function compare(path: string, sent: unknown, stored: unknown): readonly Difference[] {
  if (sent === null || writeOnly.test(path)) return [];
  if (Array.isArray(sent)) {
    const list: readonly unknown[] = Array.isArray(stored) ? stored : [];
    return sent.flatMap((item, index) => best(path === "" ? String(index) : `${path}.${index}`, item, list));
  }
  // A create sends one property; a read returns a list of them.
  if (isObject(sent) && Array.isArray(stored)) return best(path, sent, stored);
  if (isObject(sent)) {
    const held = isObject(stored) ? stored : {};
    return Object.entries(sent).flatMap(([key, value]) =>
      compare(path === "" ? key : `${path}.${key}`, value, held[key]),
    );
  }
  return isSame(path, sent, stored) ? [] : [{ path, sent: String(sent), stored: shown(stored) }];
}

/** The order of a list does not matter: each item is compared with the stored item that is most similar. */
function best(path: string, sent: unknown, list: readonly unknown[]): readonly Difference[] {
  const each = list.map((stored) => compare(path, sent, stored)).sort((a, b) => a.length - b.length);
  const cut = list.find((stored) => typeof stored === "string" && stored !== "" && String(sent).startsWith(stored));
  if (each[0]?.length === 0) return [];
  if (isObject(sent)) return each[0] ?? compare(path, sent, {});
  return [{ path, sent: String(sent), stored: shown(cut) }];
}

function isSame(path: string, sent: unknown, stored: unknown): boolean {
  if (typeof sent === "string" && typeof stored === "string") {
    if (/(^|\.)emails\.\d+$/.test(path)) return sameEmail(sent, stored);
    if (/(^|\.)phones\.\d+$/.test(path)) return samePhone(sent, stored);
    return sent.trim() === stored.trim();
  }
  // An id may be a string on one side and a number on the other. For a flag, false equals absent.
  return String(sent) === shown(stored) || (sent === false && shown(stored) === "");
}

/** Lofty returns −1 for unset numbers. */
const shown = (stored: unknown): string =>
  stored === undefined || stored === null || stored === -1
    ? ""
    : typeof stored === "object"
      ? JSON.stringify(stored)
      : String(stored);
