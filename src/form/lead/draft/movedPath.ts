import { isAnswered } from "#lead/tidy.ts";

type Node = { readonly [key: string]: unknown } | undefined;

/**
 * Returns the path of an answer after a change: rows move when other rows are removed or added. Undefined if its row
 * was removed.
 */
export function movedPath(path: string, before: unknown, now: unknown): string | undefined {
  let [was, is] = [before, now];
  const parts: string[] = [];
  for (const part of path.split(".")) {
    const place = Array.isArray(was) && Array.isArray(is) ? placeOf(Number(part), was, is) : part;
    if (place === undefined) return undefined;
    parts.push(String(place));
    was = (was as Node)?.[part];
    is = (is as Node)?.[place];
  }
  return parts.join(".");
}

function placeOf(at: number, was: readonly unknown[], is: readonly unknown[]): number | undefined {
  const row = JSON.stringify(was[at]);
  if (JSON.stringify(is[at]) === row) return at;
  const found = is.findIndex((other, index) => {
    const text = JSON.stringify(other);
    return text === row && text !== JSON.stringify(was[index]);
  });
  if (found >= 0) return found;
  // No equal row: either the text of this row changed, or the row was removed.
  return is.length === was.length || row === undefined ? at : undefined;
}

/** Returns the path in the form for a path in the validated lead. Validation leaves empty rows out. */
export function pathInForm(path: string, draft: unknown): string {
  let node: unknown = draft;
  const parts = path.split(".").map((part) => {
    const rows: unknown = node;
    const place = Array.isArray(rows)
      ? ([...rows.keys()].filter((index) => isAnswered(rows[index]))[Number(part)] ?? part)
      : part;
    node = (node as Node)?.[place];
    return place;
  });
  return parts.join(".");
}
