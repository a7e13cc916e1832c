import type { Call } from "./call.ts";
import type { JsonObject } from "./exactJson.ts";
import { bareDigits } from "./knownLead.ts";
import { metadata } from "./metadata.ts";
import { asRead } from "./readLead.ts";
import { readableRecord } from "./readableLead.ts";
import { gateway, ok, type Reply, service } from "./reply.ts";
import { stageNames } from "./sampleVocabulary.ts";
import { textsIn } from "./store.ts";
import { tagsOf } from "./tagsOf.ts";

/**
 * GET /v1.0/leads. Unknown parameters are ignored silently, so a wrong filter returns all leads (LOFTY.md 6, trap 11).
 * Newest first, 25 on a page.
 */
export function findLeads({ world, query: asked }: Call): Reply {
  const query = world.settings.leadFilters === "honored" ? asked : onlyPaging(asked);
  const stage = query.get("stage");
  if (stage && !stageNames.includes(stage)) return gateway(404, 20007, "Stage not exist");
  const scrolled = /^sandbox-scroll-(\d+)$/.exec(query.get("scrollId") ?? "")?.[1];
  const wanted = Number(query.get("limit") ?? 25);
  const limit = Math.min(wanted, world.settings.leadsPerPage);
  const offset = Number(scrolled ?? query.get("offset") ?? 0);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 100 || !Number.isInteger(offset) || offset < 0)
    return service(400, 20042, "Limit not valid");

  const tests = [...query].flatMap(([name, value]) => {
    const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
    return filter === undefined || value === "" ? [] : [filter(value, query.get("preciseSearchFlag") === "true")];
  });
  const found = [...world.store.leads.values()].flatMap((lead) => {
    const record = readableRecord(world, lead);
    return record !== undefined && tests.every((test) => test(record)) ? [{ lead, record }] : [];
  });
  if (query.get("desc") !== "false") found.reverse();
  const leads = found.slice(offset, offset + limit).map(({ lead, record }) => asRead(lead, record));
  return ok({ ...metadata(world, "lead", { limit, offset, total: found.length }), leads });
}

/** Only these parameters worked for one client (LOFTY.md 9). */
function onlyPaging(asked: URLSearchParams): URLSearchParams {
  const paging = new URLSearchParams({ limit: asked.get("pageSize") ?? "25" });
  const scrollId = asked.get("scrollId");
  if (scrollId !== null) paging.set("scrollId", scrollId);
  return paging;
}

type Filter = (value: string, precise: boolean) => (record: JsonObject) => boolean;

const words = (value: string) => value.split(",").map((word) => word.trim().toLowerCase());
const tagWords = (record: JsonObject) => tagsOf(record).map(({ tagName }) => tagName.toLowerCase());

const email: Filter = (value, precise) => {
  const wanted = value.toLowerCase();
  return (record) =>
    textsIn(record, "emails").some((one) =>
      precise ? one.toLowerCase() === wanted : one.toLowerCase().includes(wanted),
    );
};

/** Bare digits find a number in any format. Any other character in the value finds nothing (LOFTY.md 3.1). */
const phone: Filter = (value, precise) => {
  const wanted = /^\d+$/.test(value) ? bareDigits(value) : value;
  return (record) =>
    textsIn(record, "phones").some((one) => (precise ? bareDigits(one) === wanted : bareDigits(one).includes(wanted)));
};

const inSegments: Filter = (value) => (record) => {
  const segments = [...textsIn(record, "segments"), ...textsIn(record, "groups")].map((one) => one.toLowerCase());
  return words(value).some((word) => segments.includes(word));
};

const is =
  (name: string, unset: string): Filter =>
  (value) =>
  (record) =>
    String(record[name] ?? unset) === value;

/** The documented filters that this project could use. Other documented filters are accepted and ignored. */
const filters: Readonly<Record<string, Filter>> = {
  email,
  phone,
  key: (value, precise) => (record) => {
    const name = `${String(record["firstName"])} ${String(record["lastName"] ?? "")}`.toLowerCase();
    return name.includes(value.toLowerCase()) || email(value, precise)(record) || phone(value, precise)(record);
  },
  stage: is("stage", "New Leads"),
  source: is("source", "Other"),
  assignedUserId: is("assignedUserId", ""),
  languages: is("language", ""),
  segments: inSegments,
  groups: inSegments,
  allTags: (value) => (record) => words(value).every((word) => tagWords(record).includes(word)),
  anyTags: (value) => (record) => words(value).some((word) => tagWords(record).includes(word)),
};
