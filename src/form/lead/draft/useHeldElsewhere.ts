import { useEffect, useState } from "react";
import { keysHeld } from "../../browser/tabLocks.ts";
import { useQueue } from "../../sending/queue/useQueue.ts";
import { inHand } from "./draft.ts";

/** Returns whether another tab has a draft of this station open. It looks again when this window gets the focus. */
export function useHeldElsewhere(station: string, key: string): boolean {
  const [isHeld, setHeld] = useState(false);
  const queue = useQueue();
  useEffect(() => {
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
  return isHeld;
}
