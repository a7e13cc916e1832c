import { useEffect, useState } from "react";
import { queryClient } from "../../browser/queryClient.ts";
import { onOtherTab } from "../../sending/queue/news.ts";
import { useUnsent } from "../../sending/queue/useQueue.ts";

const togetherMs = 500;
const readAgain = () =>
  Promise.all(["today", "devices"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })));

/**
 * Returns how many leads wait on this device. The last ones count until the proxy's counts have been read again, which
 * include them. The counts are also read again when another tab sends something.
 */
export function useHere(): number {
  const unsent = useUnsent().length;
  const [last, setLast] = useState(unsent);
  if (unsent > 0 && unsent !== last) setLast(unsent);
  const isSent = unsent === 0 && last > 0;
  useEffect(() => {
    if (!isSent) return;
    let isCurrent = true;
    void readAgain().then(() => {
      if (isCurrent) setLast(0);
    });
    return () => void (isCurrent = false);
  }, [isSent]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void readAgain(), togetherMs);
    };
    const off = onOtherTab(soon);
    return () => {
      clearTimeout(timer);
      off();
    };
  }, []);
  return unsent || last;
}
