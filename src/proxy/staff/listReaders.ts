import { isObject } from "#lead/json.ts";
import { attributeTypes, type AttributeType } from "#lead/topics/attributes.ts";
import type { Ask } from "../crm/crm.ts";
import type { Named, Vocabulary } from "#lead/vocabulary.ts";

/** Returns the body of a GET to the CRM; throws when there is none. */
export type Get = (path: string) => Promise<unknown>;
export const getWith =
  (ask: Ask): Get =>
  async (path) => {
    const reply = await ask("GET", path);
    if (reply.kind !== "answered") throw new Error("reason" in reply ? reply.reason : reply.kind);
    return reply.body;
  };
const mostPages = 20;
type Lists = Omit<Vocabulary, "fetchedAt">;

/** The readers of Lofty's lists (LOFTY.md 3.6 and 5). */
export const listReaders: { readonly [Name in keyof Lists]: (get: Get) => Promise<Lists[Name]> } = {
  stages: async (get) => {
    const pages = await paged(
      (page, size) => get(`/v1.0/teamFeatures/lead-pipelines?currPage=${page}&pageSize=${size}`),
      "pipelines",
    );
    return names(pages, "name");
  },
  tags: async (get) => names(rowsOf(await get("/v1.0/teamFeatures/listTag")), "tagName"),
  // The user's id, not the shorter id of the member's record (LOFTY.md 3.2).
  agents: async (get) => {
    const pages = await paged((page, size) => get(`/v1.0/members?offset=${page * size}&limit=${size}`), "members");
    return pages.flatMap((row) =>
      named(row["memberUserId"], [row["firstName"], row["lastName"]].filter(Boolean).join(" ")),
    );
  },
  offices: async (get) => {
    const org = await get("/v1.0/org");
    const enterprise = isObject(org) ? org["enterpriseInfo"] : undefined;
    const listed = isObject(enterprise) ? enterprise["visibleOrgInfoList"] : undefined;
    return rowsOf(listed ?? []).flatMap((row) => named(row["groupId"], row["groupName"]));
  },
  attributes: async (get) =>
    rowsOf(await get("/v1.0/teamFeatures/listCustomField")).flatMap((row) => {
      const { attributeName: name, attributeType: type, params } = row;
      if (typeof name !== "string" || !attributeTypes.includes(type as AttributeType)) return [];
      const options = optionsIn(params);
      return [{ name, type: type as AttributeType, ...(options ? { options } : {}) }];
    }),
};

type Row = { readonly [key: string]: unknown };

function rowsOf(list: unknown): readonly Row[] {
  if (!Array.isArray(list)) throw new Error("no list");
  return list.filter(isObject);
}

const names = (rows: readonly Row[], key: string): readonly string[] =>
  [
    ...new Set(rows.map((row) => row[key]).filter((name) => typeof name === "string" && name !== "")),
  ] as readonly string[];

const named = (id: unknown, name: unknown): readonly Named[] =>
  /^\d+$/.test(String(id)) && typeof name === "string" && name !== "" ? [{ id: String(id), name }] : [];

/** `params` is a JSON string with the options under `option` (LOFTY.md 3.4). */
function optionsIn(params: unknown): readonly string[] | undefined {
  try {
    const { option } = JSON.parse(String(params)) as { option?: unknown };
    return Array.isArray(option) ? option.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns all pages of a list. The last page is not full, or the next one is "not found" (LOFTY.md 5: members). */
async function paged(page: (index: number, size: number) => Promise<unknown>, key: string): Promise<readonly Row[]> {
  const size = 100;
  const rows: Row[] = [];
  for (let index = 0; index < mostPages; index++) {
    const body = await page(index, size).catch((error: unknown) => {
      if (index > 0) return { [key]: [] };
      throw error;
    });
    const found = rowsOf(isObject(body) ? body[key] : undefined);
    rows.push(...found);
    if (found.length < size) break;
  }
  return rows;
}
