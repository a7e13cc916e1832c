import { useEffect, useRef, useState } from "react";
import { forget, keep, recall } from "../../browser/device.ts";
import { newId } from "../../browser/newId.ts";
import { onQueue, phaseOf } from "../../sending/queue/queue.ts";
import { firstHouse, ofPage, placed } from "./houses.ts";
import { emptyLine, isEmpty, type House, type Line } from "./lines.ts";

/** The people on a sheet. */
const perSheet = 8;
const fresh = () => Array.from({ length: perSheet }, () => emptyLine(newId()));
const none: ReadonlySet<string> = new Set();

export interface Lines {
  readonly lines: readonly Line[];
  /** The lines as they are now, also after an `await`. */
  readonly now: () => readonly Line[];
  readonly write: (next: readonly Line[]) => void;
  /** The house of the page. A line of another house has its own. Undefined until somebody answers the question. */
  readonly house: House | undefined;
  readonly move: (to: House) => void;
  /** The lines that are being stored or sent. They do not change meanwhile. */
  readonly busy: ReadonlySet<string>;
  /** Removes the lines that `work` has stored, and returns their ids. The others leave once the proxy has them. */
  readonly saving: (ids: readonly string[], work: () => Promise<ReadonlySet<string>>) => Promise<ReadonlySet<string>>;
}

/**
 * The lines of the grid. They are kept on this device until they are saved, each with its house: `here` is the house of
 * the device now, and lines that were kept earlier may be of another one.
 */
export function useLines(key: string, here?: House): Lines {
  const [kept] = useState(() => recall<readonly Line[]>(key));
  const [house, setHouse] = useState(() => firstHouse(kept ?? [], here));
  const [lines, setLines] = useState<readonly Line[]>(() => kept?.map((line) => ofPage(line, house)) ?? fresh());
  const [busy, setBusy] = useState(none);
  const latest = useRef(lines);
  const latestHouse = useRef(house);
  /** The lines that this tab shows or has shown. The others that are kept are of another tab. */
  const own = useRef(new Set(lines.map(({ id }) => id)));
  const write = (next: readonly Line[]) => {
    latest.current = next;
    setLines(next);
    for (const { id } of next) own.current.add(id);
    const theirs = (recall<readonly Line[]>(key) ?? []).filter((line) => !own.current.has(line.id) && !isEmpty(line));
    if (next.every(isEmpty) && theirs.length === 0) forget(key);
    else keep(key, [...next.map((line) => placed(line, latestHouse.current)), ...theirs]);
  };
  const move = (to: House) => {
    latestHouse.current = to;
    setHouse(to);
    write(latest.current);
  };
  const remove = (gone: ReadonlySet<string>) => {
    const rest = latest.current.filter((line) => !gone.has(line.id));
    write(rest.every(isEmpty) ? [...rest, ...fresh().slice(rest.length)] : rest);
  };
  /** The lines of an earlier save may still be on their way. */
  const free = (ids: Iterable<string>) => {
    const freed = new Set(ids);
    setBusy((all) => new Set([...all].filter((id) => !freed.has(id))));
  };
  const saving: Lines["saving"] = async (ids, work) => {
    setBusy((all) => new Set([...all, ...ids]));
    try {
      const gone = await work();
      remove(gone);
      free(gone);
      return gone;
    } catch (error) {
      free(ids);
      throw error;
    }
  };
  useEffect(() => {
    if (busy.size === 0) return;
    return onQueue(() => {
      const phases = [...busy].map((id) => ({ id, is: phaseOf(id)?.is }));
      const received = phases.filter(({ is }) => is === "received").map(({ id }) => id);
      // A refused line is corrected here and saved again.
      const isOver = (id: string) => phases.some((one) => one.id === id && /received|refused/.test(one.is ?? ""));
      if (received.length > 0) remove(new Set(received));
      if ([...busy].some(isOver)) free([...busy].filter(isOver));
    });
  });
  return { lines, now: () => latest.current, write, house, move, busy, saving };
}
