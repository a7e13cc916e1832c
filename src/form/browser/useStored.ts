import { useSyncExternalStore } from "react";

/**
 * A value from outside React. Read again each time that `listen` calls its callback. Rendering in the proxy reads it
 * once.
 */
export const useStored = <T>(listen: (run: () => void) => () => void, read: () => T): T =>
  useSyncExternalStore(listen, read, read);
