import type { MouseEvent } from "react";

/**
 * A click on the chosen option clears the answer. The second click of a double click does not: it would take away what
 * the first one chose.
 */
export const clearAgain =
  (isChosen: boolean, change: (value: undefined) => void) =>
  ({ detail }: MouseEvent): void =>
    void (isChosen && detail < 2 && change(undefined));
