import { useEffect } from "react";
import { withdrawalUndoMs } from "#lead/submission/ways.ts";
import { keepInTab, recallInTab } from "../../browser/tab.ts";
import { useStored } from "../../browser/useStored.ts";

/** When the last withdrawals were sent from this tab, in milliseconds since 1970, by lead. */
type Times = Readonly<Record<string, number>>;

const key = "withdrawn";
const changed = "foyer:withdrawn";

function isRecent(at: number): boolean {
  const age = Date.now() - at;
  return age >= 0 && age < withdrawalUndoMs;
}

const recent = (): Times =>
  Object.fromEntries(Object.entries(recallInTab<Times>(key) ?? {}).filter(([, at]) => isRecent(at)));

/** Remembers that a withdrawal was sent from here just now, or that it cannot be undone any more. */
export function markUndoable(id: string, is: boolean): void {
  const { [id]: _, ...others } = recent();
  keepInTab(key, is ? { ...others, [id]: Date.now() } : others);
  tell();
}

const tell = () => void window.dispatchEvent(new Event(changed));

function listen(run: () => void): () => void {
  window.addEventListener(changed, run);
  return () => window.removeEventListener(changed, run);
}

/** Whether a withdrawal was sent from this tab so recently that it can be undone, also from an earlier page. */
export function useUndoable(id: string): boolean {
  const from = useStored(listen, () => recent()[id]);
  useEffect(() => {
    if (from === undefined) return;
    const timer = setTimeout(tell, from + withdrawalUndoMs - Date.now());
    return () => clearTimeout(timer);
  }, [from]);
  return from !== undefined;
}
