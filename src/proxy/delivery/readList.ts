import { isObject } from "#lead/json.ts";
import type { Ask } from "../crm/crm.ts";
import type { Failure } from "../crm/outcome.ts";

export interface Listed {
  readonly kind: "listed";
  readonly items: readonly unknown[];
  /** The CRM has no further items. */
  readonly isWhole: boolean;
}

interface List {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The property of the response that holds the list. */
  readonly key: "leads" | "notes";
  /** Identifies an item across responses. */
  readonly idOf: (item: unknown) => string | undefined;
  /** Returns true when no further page is needed. */
  readonly isEnough?: (items: readonly unknown[]) => boolean;
}

/** Items a page. A client saw that Lofty ignores `limit` and returns at most 25 (LOFTY.md 9). */
export const pageSize = 25;
const mostPages = 4;
/** Paging of notes is undocumented, and all notes may come at once: only a multiple of the page size may be a page. */
const isFull = ({ length }: readonly unknown[], key: List["key"]) =>
  length >= pageSize && (key === "leads" || length % pageSize === 0);

/**
 * Reads a list of the CRM, at most four pages. A full page does not count as the whole list. When a page repeats
 * earlier items, the CRM does not support this paging: we cannot know what else there is.
 */
export async function readList(ask: Ask, { path, query, key, idOf, isEnough }: List): Promise<Listed | Failure> {
  const items: unknown[] = [];
  const read = new Set<string>();
  let next: Readonly<Record<string, string>> = {};
  const listed = (isWhole: boolean): Listed => ({ kind: "listed", items, isWhole });
  for (let page = 0; page < mostPages; page++) {
    const reply = await ask("GET", `${path}?${new URLSearchParams({ ...query, ...next })}`);
    if (reply.kind !== "answered") return reply;
    const body = isObject(reply.body) ? reply.body : {};
    const list = body[key];
    if (!Array.isArray(list)) return { kind: "unknown", reason: "no-list" };
    const { total, scrollId } = metadataOf(body);
    // `total` may be that of the whole account. Then it says nothing about an empty or short first page of a filtered
    // list.
    if (list.length === 0) return listed(page === 0 || items.length >= total || items.length % pageSize !== 0);
    const fresh = list.filter((item: unknown) => !read.has(idOf(item) ?? ""));
    if (fresh.length === 0) return listed(false);
    items.push(...fresh);
    for (const id of fresh.map(idOf)) if (id !== undefined) read.add(id);
    if (!isFull(list, key) && items.length >= total) return listed(true);
    if (isEnough?.(items)) return listed(false);
    next = scrollId === "" ? { offset: String(items.length) } : { scrollId };
  }
  return listed(false);
}

/** The specification names it `get_metadata`, the live service `_metadata` (LOFTY.md 5). */
function metadataOf(body: Readonly<Record<string, unknown>>) {
  const found = body["_metadata"] ?? body["get_metadata"];
  const { total, scrollId } = isObject(found) ? found : {};
  return { total: Number(total ?? 0), scrollId: typeof scrollId === "string" ? scrollId : "" };
}
