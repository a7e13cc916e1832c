import { addActivity, addInquiry, addProperty } from "./additions.ts";
import type { Call } from "./call.ts";
import { createLead } from "./createLead.ts";
import { findLeads } from "./findLeads.ts";
import type { Kind } from "./kinds.ts";
import { createNote, listNotes, readNote } from "./notes.ts";
import { readLead } from "./readLead.ts";
import { gateway, type Refusal, type Reply } from "./reply.ts";
import { updateLead } from "./updateLead.ts";
import {
  defineAttribute,
  listAttributes,
  listMembers,
  listPonds,
  listStages,
  listTags,
  readMe,
  readOrg,
} from "./vocabulary.ts";

export interface Route {
  readonly kind: Kind;
  readonly run: (call: Call) => Reply;
}

/** The documented routes that this project uses (LOFTY.md 5). */
const routes: Readonly<Record<string, Route>> = {
  "POST /v1.0/leads": { kind: "create", run: createLead },
  "GET /v1.0/leads": { kind: "lookup", run: findLeads },
  "GET /v1.0/leads/:id": { kind: "read", run: readLead },
  "PUT /v1.0/leads/:id": { kind: "update", run: updateLead },
  "POST /v1.0/leads/:id/inquiry": { kind: "update", run: addInquiry },
  "POST /v1.0/leads/:id/property": { kind: "update", run: addProperty },
  "POST /v1.0/leads/:id/activity": { kind: "update", run: addActivity },
  "POST /v1.0/notes": { kind: "note", run: createNote },
  "GET /v1.0/notes": { kind: "read", run: listNotes },
  "GET /v1.0/notes/:id": { kind: "read", run: readNote },
  "GET /v1.0/me": { kind: "vocabulary", run: readMe },
  "GET /v1.0/members": { kind: "vocabulary", run: listMembers },
  "GET /v1.0/org": { kind: "vocabulary", run: readOrg },
  "GET /v1.0/teamFeatures/listTag": { kind: "vocabulary", run: listTags },
  "GET /v1.0/teamFeatures/listCustomField": { kind: "vocabulary", run: listAttributes },
  "POST /v1.0/teamFeatures/custom-field": { kind: "vocabulary", run: defineAttribute },
  "GET /v1.0/teamFeatures/lead-pipelines": { kind: "vocabulary", run: listStages },
  "GET /v1.0/team-features/lead-ponds": { kind: "vocabulary", run: listPonds },
};

export function findRoute(method: string, path: string): (Route & { id: bigint }) | Refusal {
  // The version is v1.0; /v1/… returns 403, not 404 (LOFTY.md 1).
  if (path.startsWith("/v1/")) return gateway(403, undefined, "Forbidden");
  const id = /^\/v1\.0\/(?:leads|notes)\/(\d{1,19})(?=\/|$)/.exec(path)?.[1];
  const pattern = id === undefined ? path : path.replace(/\/\d+(?=\/|$)/, "/:id");
  const route = routes[`${method} ${pattern}`];
  if (route !== undefined) return { ...route, id: BigInt(id ?? 0) };
  if (/^\/v1\.0\/leads\/[^/]+$/.test(path) && id === undefined) return gateway(400, 20012, "leadId is not valid");
  const isKnown = Object.keys(routes).some((known) => known.endsWith(` ${pattern}`));
  // Observed for PATCH (LOFTY.md 6, trap 16).
  return isKnown
    ? gateway(405, undefined, `Request method '${method}' not supported`)
    : gateway(404, undefined, `The path ${path} does not exist`);
}
