import type { Call } from "./call.ts";
import { metadata } from "./metadata.ts";
import { gateway, ok, type Reply, service } from "./reply.ts";
import { members, org, me, ponds, stageNames, tagNames } from "./sampleVocabulary.ts";
import { recordOf } from "./store.ts";
import { tagsOf } from "./tagsOf.ts";

/** The account's configured names (LOFTY.md 3.6 and 5). Lofty has no route for sources or segments. */
export const readMe = (): Reply => ok(me);
export const readOrg = (): Reply => ok(org);
export const listPonds = (): Reply => ok(ponds);
export const listAttributes = ({ world }: Call): Reply => ok(world.store.attributes);

export function listMembers({ world, query }: Call): Reply {
  const offset = Number(query.get("offset") ?? 0);
  const limit = Number(query.get("limit") ?? 25);
  if (!isWhole(offset, 0) || !isWhole(limit, 1)) return service(400, 20042, "Limit not valid");
  const offices = query.getAll("groupIds").flatMap((ids) => ids.split(","));
  const found = members.filter(({ groupId }) => offices.length === 0 || offices.includes(String(groupId)));
  const page = found.slice(offset, offset + limit);
  return page.length === 0
    ? service(404, 20003, "User not exist")
    : ok({ ...metadata(world, "member", { limit, offset, total: found.length }), members: page });
}

export function listStages({ world, query }: Call): Reply {
  const currPage = Number(query.get("currPage") ?? 0);
  const limit = Number(query.get("pageSize") ?? 10);
  if (!isWhole(currPage, 0) || !isWhole(limit, 1)) return service(400, 20042, "Limit not valid");
  const found = stageNames
    .map((name, index) => ({ id: 600_101 + index, name }))
    .filter(({ name }) => name.includes(query.get("name") ?? ""));
  const offset = currPage * limit;
  const pipelines = found.slice(offset, offset + limit);
  return ok({ ...metadata(world, "pipeline", { limit, offset, total: found.length }), pipelines });
}

const isWhole = (number: number, from: number) => Number.isInteger(number) && number >= from;

/** Returns definitions (leadId 0) and uses in one list, so a client must make them unique by name (LOFTY.md 5). */
export function listTags({ world: { store } }: Call): Reply {
  const definition = (tagName: string, index: number) => ({
    leadId: 0,
    tagId: 700_101 + index,
    tagName,
    visibleType: 1,
  });
  const uses = [...store.leads.values()]
    .filter(({ mergedInto }) => mergedInto === undefined)
    .flatMap((lead) => tagsOf(recordOf(lead)).map((tag) => ({ leadId: lead.leadId, ...tag })));
  return ok([...tagNames.map(definition), ...uses]);
}

/** Defines a custom attribute. The response is a plain string (LOFTY.md 5). */
export function defineAttribute({ world, body }: Call): Reply {
  const { attributeName: name, attributeType: type, value = "", params = "" } = body;
  if (typeof name !== "string" || name.trim() === "") return gateway(400, "ATTRIBUTE_NAME_EMPTY", "Name is empty");
  if (typeof type !== "string" || type.trim() === "") return gateway(400, "ATTRIBUTE_TYPE_EMPTY", "Type is empty");
  world.store.attributes.push({ attributeName: name, attributeType: type, value, params });
  return ok("success");
}
