import { isObject } from "#lead/json.ts";
import type { Ask } from "./crm.ts";
import type { Failure } from "./outcome.ts";

export interface Listed {
  readonly kind: "listed";
  readonly items: readonly unknown[];
  /** The CRM has no more than these. */
  readonly isWhole: boolean;
}

interface List {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Where the list is in the answer. */
  readonly key: "leads" | "notes";
  /** What is the same in two answers that list the same item. */
  readonly idOf: (item: unknown) => string | undefined;
  /** No further page is needed. */
  readonly isEnough?: (items: readonly unknown[]) => boolean;
}

/** Items a page. One client saw no more than 25 whatever was asked for, and `limit` ignored (API.md 9). */
export const pageSize = 25;
const mostPages = 4;
/** Notes have no documented paging and may come all at once: only a round number of them may be a page. */
const isFull = ({ length }: readonly unknown[], key: List["key"]) =>
  length >= pageSize && (key === "leads" || length % pageSize === 0);

/**
 * Reads a list of the CRM, four pages at most. A full page is never taken for the whole list. A page that repeats what was
 * read before means that the CRM did not turn the page: nobody can tell what else is there.
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
    // An account's total beside a list that was filtered says nothing of a first page that is empty or short.
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

/** The specification calls it get_metadata; the live service `_metadata` (API.md 5). */
function metadataOf(body: Readonly<Record<string, unknown>>) {
  const found = body["_metadata"] ?? body["get_metadata"];
  const { total, scrollId } = isObject(found) ? found : {};
  return { total: Number(total ?? 0), scrollId: typeof scrollId === "string" ? scrollId : "" };
}
