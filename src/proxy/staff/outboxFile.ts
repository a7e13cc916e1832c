import { isolated } from "#lead/characters.ts";
import { isObject, type Json } from "#lead/json.ts";
import { correctable } from "../intake/corrected.ts";
import { csv } from "./csv.ts";
import type { Entry } from "../store/outbox.ts";

/** What is not in the CRM, as a file to type it in from: every answer, a row a lead. */
export function outboxFile(entries: readonly Entry[], format: "csv" | "json", now: Date): Response {
  const rows = entries.map((entry) => {
    const { id, station, status, reason, lead } = entry;
    const about = { id, station, status, reason: reason ?? "", capturedAt: new Date(entry.capturedAt).toISOString() };
    return { about, lead: lead === "" ? {} : correctable(entry) };
  });
  const type = format === "csv" ? "text/csv; charset=utf-8" : "application/json";
  return new Response(
    format === "csv" ? table(rows) : JSON.stringify(rows.map(({ about, lead }) => ({ ...about, lead }))),
    {
      headers: {
        "content-type": type,
        "content-disposition": `attachment; filename="foyer-not-in-lofty-${now.toISOString().slice(0, 10)}.${format}"`,
      },
    },
  );
}

function table(rows: readonly { about: Record<string, string>; lead: Json }[]): string {
  const lines = rows.map(({ about, lead }) => new Map([...Object.entries(about), ...leaves(lead)]));
  const columns = [...new Set(lines.flatMap((line) => [...line.keys()]))];
  return csv([columns, ...lines.map((line) => columns.map((column) => line.get(column) ?? ""))]);
}

/** Every answer by its path; a plain list is one cell. */
function leaves(value: Json, path = ""): readonly (readonly [string, string])[] {
  const isPlain = !isObject(value) && !(Array.isArray(value) && value.some(isObject));
  // Answers beside each other in a cell do not turn each other; one alone is given as it is, to be typed into Lofty.
  const list = Array.isArray(value) && value.length > 1 ? value.map((one) => isolated(String(one))) : [String(value)];
  if (isPlain) return [[path, list.join("; ")]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner as Json, path === "" ? key : `${path}.${key}`));
}
