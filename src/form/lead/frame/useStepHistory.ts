import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import type { LeadInHand } from "../draft/leadInHand.ts";
import { newId } from "../../browser/newId.ts";
import type { StepName } from "../draft/steps.ts";

/** The history state of a step. An entry from before this page load belongs to a form that does not exist any more. */
interface Entry {
  readonly visit: string;
  readonly step: StepName;
}

const visit = newId();

/** The browser's Back button goes to the previous step and keeps the answers. Forward returns. */
export function useStepHistory({ step: { name }, goTo }: LeadInHand, first: StepName): void {
  const shown = useRef(name);
  const show = useEffectEvent((state: Entry | null) => {
    const step = state?.visit === visit ? state.step : first;
    shown.current = step;
    if (step !== name) goTo(step);
  });
  useEffect(() => {
    const popped = ({ state }: PopStateEvent) => show(state as Entry | null);
    window.history.replaceState({ visit, step: shown.current } satisfies Entry, "");
    window.addEventListener("popstate", popped);
    return () => window.removeEventListener("popstate", popped);
  }, []);
  // Before the step is seen: Back must not leave the page.
  useLayoutEffect(() => {
    if (name === shown.current) return;
    shown.current = name;
    window.history.pushState({ visit, step: name } satisfies Entry, "");
  }, [name]);
}
