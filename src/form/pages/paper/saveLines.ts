import type { Language } from "#lead/languages.ts";
import { enqueue, enqueueHere } from "../../sending/queue/queue.ts";
import { wake } from "../../sending/queue/sender.ts";
import type { FormStation } from "../../station/useStation.ts";
import type { Who } from "../../station/who.ts";
import { submissionOf, type Line } from "./lines.ts";

/**
 * Queues valid lines. The line's id is the lead's: saving it twice makes one lead. Returns the ids of the lines that are
 * on disk. The others are sent from this page and are lost if it is closed before.
 */
export async function saveLines(
  lines: readonly Line[],
  station: FormStation,
  language: Language,
  who: Who | undefined,
): Promise<ReadonlySet<string>> {
  const now = new Date();
  const entries = lines.map((line) => {
    const body = submissionOf(line, station, language, now, who);
    return { id: line.id, station: station.id, savedAt: now.getTime(), body, isImport: true } as const;
  });
  const onDisk = new Set<string>();
  let misses = 0;
  for (const entry of entries) {
    // A browser that stores nothing can take seconds to say so: do not ask it for each line.
    if (misses > 1) enqueueHere(entry);
    else if (await enqueue(entry)) {
      onDisk.add(entry.id);
      misses = 0;
    } else misses += 1;
  }
  void wake();
  return onDisk;
}
