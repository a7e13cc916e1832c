import { useEffect, useState } from "react";
import { keysHeld } from "../../browser/tabLocks.ts";
import { useQueue } from "../../sending/queue/useQueue.ts";
import { inHand, type Draft } from "./draft.ts";

/** Returns whether another tab has a draft open. It looks again when the queue changes or this window gets the focus. */
export function useHeldElsewhere(draft: Draft | undefined): boolean {
  const [isHeld, setHeld] = useState(false);
  const queue = useQueue();
  const { key, station = "" } = draft ?? {};
  useEffect(() => {
    if (key === undefined) return;
    let isHere = true;
    const look = () =>
      void keysHeld().then((held) => isHere && setHeld(held.has(key) && !inHand(station).includes(key)));
    look();
    window.addEventListener("focus", look);
    return () => {
      isHere = false;
      window.removeEventListener("focus", look);
    };
  }, [station, key, queue]);
  return isHeld && key !== undefined;
}
