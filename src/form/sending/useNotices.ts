import { useState } from "react";
import type { Submission } from "#lead/submission/submission.ts";
import { useQueue } from "./queue/useQueue.ts";

export interface Notice {
  readonly id: string;
  readonly body: Submission;
}

/**
 * The leads of a station to show above its form: saved up to `until` (milliseconds since 1970), and in the queue at any
 * time while the page is open. Those that are corrected are left out. None for a page of visitors.
 */
export function useNotices(station: string | undefined, until: number): readonly Notice[] {
  const queue = useQueue();
  const [seen, setSeen] = useState<readonly Notice[]>([]);
  const edited = new Set(queue.filter(({ isEdited }) => isEdited).map(({ id }) => id));
  const here = queue.flatMap(({ id, station: of, savedAt, body }) =>
    of === station && savedAt <= until && body && "lead" in body ? [{ id, body }] : [],
  );
  const known = new Map(seen.map((notice) => [notice.id, notice.body]));
  if (here.some(({ id, body }) => known.get(id) !== body))
    setSeen([...new Map([...seen, ...here].map((notice) => [notice.id, notice])).values()]);
  return seen.filter(({ id }) => !edited.has(id));
}
