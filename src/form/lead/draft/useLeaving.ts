import { useRef, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Saves a lead once: a second press does nothing while it is saved, and after that. `isClosed`: the form takes no keys
 * and no presses, because they would not be in the lead that is being saved, and its form goes away.
 */
export function useLeaving() {
  const isLeaving = useRef(false);
  const [isClosed, setClosed] = useState(false);
  const open = () => {
    isLeaving.current = false;
    setClosed(false);
  };
  return {
    isClosed,
    close: () => flushSync(() => setClosed(true)),
    open,
    /** Runs `save` unless one is running or has returned true: the lead was saved. */
    async once(save: () => Promise<boolean>): Promise<void> {
      if (isLeaving.current) return;
      isLeaving.current = true;
      let isSaved = false;
      try {
        isSaved = await save();
      } finally {
        if (!isSaved) open();
      }
    },
  };
}
