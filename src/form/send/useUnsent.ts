import { useMemo, useSyncExternalStore } from "react";
import { recall } from "../device.ts";
import { keysFrom } from "../deviceKeys.ts";
import { changed } from "./keepUnsent.ts";
import type { Outgoing } from "./outgoing.ts";
import { unsentKey } from "./unsent.ts";

/** The leads on this device that the proxy has not taken yet, whatever station they were saved at. */
export function useUnsent(): readonly Outgoing[] {
  const all = useSyncExternalStore(listen, () => JSON.stringify(keysFrom(unsentKey("")).flatMap((key) => recall(key))));
  return useMemo(() => JSON.parse(all) as readonly Outgoing[], [all]);
}

function listen(run: () => void): () => void {
  window.addEventListener(changed, run);
  // Another tab sends as well.
  window.addEventListener("storage", run);
  return () => {
    window.removeEventListener(changed, run);
    window.removeEventListener("storage", run);
  };
}
