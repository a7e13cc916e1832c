import { queryClient } from "./queryClient.ts";

const failed = new Set<() => void>();

/**
 * Registers a failed load. It is cached and throws again at every render until the person presses Try again: then
 * `drop` clears the cache.
 */
export const failedUntilAgain = (drop: () => void): void => void failed.add(drop);

/** Clears all failed loads and queries. Each is loaded again when it is next needed. */
export function askAgain(): void {
  for (const drop of failed) drop();
  failed.clear();
  // Else a query whose error was thrown throws it again.
  void queryClient.resetQueries({ predicate: ({ state }) => state.status === "error" && state.data === undefined });
}
