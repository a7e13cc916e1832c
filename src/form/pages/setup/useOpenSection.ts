import { useEffect, useLayoutEffect, useState } from "react";

/** The section to open, and where in it the focus goes. */
interface Goal {
  readonly name: string;
  readonly at: "title" | "error";
}

const inAddress = (): Goal | undefined => {
  const name = window.location.hash.slice(1);
  return name === "" ? undefined : { name, at: "title" };
};

/** The ids of a section's parts. Their names are also the hashes of the page's address. */
export const titleId = (name: string) => `setup-title-${name}`;
export const foldId = (name: string) => `setup-fold-${name}`;

/**
 * The open section of the setup page. The page's address names it, so that links, Back and a reload open it. On narrow
 * screens there may be none.
 */
export function useOpenSection() {
  const [goal, setGoal] = useState(inAddress);
  useEffect(() => {
    const onHash = () => setGoal(inAddress());
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, []);
  useLayoutEffect(() => {
    if (!goal) return;
    const wrong = goal.at === "error" && firstWrong(goal.name);
    const title = document.getElementById(titleId(goal.name));
    // On a narrow screen the title is in the link that opens and closes the section.
    const link = document.getElementById(foldId(goal.name));
    const isNarrow = Boolean(link?.getClientRects().length);
    const target = wrong || (isNarrow ? link : title);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: wrong ? "center" : isNarrow ? "start" : "nearest" });
  }, [goal]);
  const go = (next: Goal | undefined) => {
    const { pathname, search } = window.location;
    window.history.replaceState(null, "", `${pathname}${search}${next ? `#${next.name}` : ""}`);
    setGoal(next);
  };
  return {
    open: goal?.name,
    close: () => go(undefined),
    /** Opens a section, and puts the focus into the first box that has an error. */
    openAtError: (name: string) => go({ name, at: "error" }),
  };
}

function firstWrong(name: string): HTMLElement | null | undefined {
  const box = document
    .getElementById(titleId(name))
    ?.closest("section")
    ?.querySelector<HTMLElement>("[aria-invalid=true]");
  const fold = box?.closest("details");
  if (fold) fold.open = true;
  return box;
}
