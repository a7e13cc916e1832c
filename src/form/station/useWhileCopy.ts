import { useEffect, useEffectEvent } from "react";
import { useStored } from "../browser/useStored.ts";
import { copyTime, onCopy } from "./orLast.ts";

const againMs = 15_000;

/**
 * Calls `load` while the page shows a copy: when the browser reports a network, and every 15 s, because the proxy may be
 * reached again without such a report. Ignores its errors.
 */
export function useWhileCopy(key: string, load: () => Promise<void>): void {
  const isCopy = useStored(onCopy, () => copyTime(key)) !== undefined;
  const again = useEffectEvent(() => void load().catch(() => undefined));
  useEffect(() => {
    if (!isCopy) return;
    const run = () => again();
    const timer = setInterval(run, againMs);
    window.addEventListener("online", run);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", run);
    };
  }, [isCopy]);
}
