import { isolated } from "#lead/characters.ts";
import type { LeadEvent } from "#lead/station/event.ts";
import { isObject, type Json } from "#lead/json.ts";
import { correctable } from "../intake/corrected.ts";
import { csv } from "./csv.ts";
import type { Entry } from "../store/outbox.ts";
import { asShown } from "../store/driver/unreadable.ts";

/** Returns the leads that are not in the CRM as a file for typing them in: every value, one row a lead. */
export function outboxFile(entries: readonly Entry[], format: "csv" | "json", now: Date): Response {
  const rows = entries.map(asShown).map((entry) => {
    const { id, station, status, reason, lead } = entry;
    const about = { id, station, status, reason: reason ?? "", capturedAt: new Date(entry.capturedAt).toISOString() };
    const event = entry.event ? (JSON.parse(entry.event) as LeadEvent) : undefined;
    return { about, event, lead: lead === "" ? {} : correctable(entry) };
  });
  const type = format === "csv" ? "text/csv; charset=utf-8" : "application/json";
  return new Response(
    format === "csv" ? table(rows) : JSON.stringify(rows.map(({ about, ...more }) => ({ ...about, ...more }))),
    {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="foyer-not-in-lofty-${now.toISOString().slice(0, 10)}.${format}"`,
      },
    },
  );
}

function table(rows: readonly { about: Record<string, string>; event: LeadEvent | undefined; lead: Json }[]): string {
  const lines = rows.map(({ about, event, lead }) => {
    // The lead's own event, not the station's current one; empty for a lead without an event.
    const { id = "", address = "", date = "", host = "" } = event ?? {};
    const own = new Map([...Object.entries(about), ...leaves({ event: { id, address, date, host } })]);
    // A lead of an unknown station version was not validated: one of its values may have the name of our own column.
    const answers = leaves(lead).map(([path, text]) => [own.has(path) ? `lead.${path}` : path, text] as const);
    return new Map([...own, ...answers]);
  });
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return csv([columns, ...lines.map((line) => columns.map((column) => line.get(column) ?? ""))]);
}

/** Returns every value with its path; a plain list is one cell. */
function leaves(value: Json, path = ""): readonly (readonly [string, string])[] {
  const isNested = isObject(value) || (Array.isArray(value) && value.some((one) => typeof one === "object"));
  if (!isNested) {
    // Isolates each item of a list, so that its text direction does not affect the others. A single value stays
    // unchanged, so that it can be copied into Lofty.
    const list = Array.isArray(value) && value.length > 1 ? value.map((one) => isolated(String(one))) : [String(value)];
    return [[path, list.join("; ")]];
  }
  return Object.entries(value as object).flatMap(([key, inner]) =>
    leaves(inner as Json, path === "" ? key : `${path}.${key}`),
  );
}
