import { useEffect, useEffectEvent } from "react";

const closeAfterMs = 60_000;
const uses = ["keydown", "pointerdown"] as const;

/** Closes an unused dialog while `isOn`. The next visitor at a kiosk then finds the welcome screen. */
export function useCloseUnused(isOn: boolean, close: () => void): void {
  const onClose = useEffectEvent(close);
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => onClose(), closeAfterMs);
    };
    again();
    for (const use of uses) document.addEventListener(use, again, true);
    return () => {
      clearTimeout(timer);
      for (const use of uses) document.removeEventListener(use, again, true);
    };
  }, [isOn]);
}
