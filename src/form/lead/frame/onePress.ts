import type { MouseEvent } from "react";

/**
 * Ignores the second press of a double press: after the first one another button may stand at the same place, such as
 * Send where Continue was.
 */
export const onePress =
  (run: () => Promise<unknown>) =>
  (event: MouseEvent): void =>
    void (event.detail < 2 && run());
