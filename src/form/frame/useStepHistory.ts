import { useEffect, useEffectEvent, useRef } from "react";
import type { LeadInHand } from "../lead/leadInHand.ts";
import { newId } from "../lead/newId.ts";
import type { StepName } from "../steps.ts";

/** What the browser keeps of a step. An entry of a visit before this page load is of a form that is gone. */
interface Entry {
  readonly visit: string;
  readonly step: StepName;
}

const visit = newId();

/** While `isOn`, the browser's Back goes to the step before, with the answers, and Forward returns. */
export function useStepHistory({ step: { name }, goTo }: LeadInHand, first: StepName, isOn: boolean): void {
  const shown = useRef(name);
  const show = useEffectEvent((state: Entry | null) => {
    const step = state?.visit === visit ? state.step : first;
    shown.current = step;
    if (step !== name) goTo(step);
  });
  useEffect(() => {
    if (!isOn) return;
    const popped = ({ state }: PopStateEvent) => show(state as Entry | null);
    window.history.replaceState({ visit, step: shown.current } satisfies Entry, "");
    window.addEventListener("popstate", popped);
    return () => window.removeEventListener("popstate", popped);
  }, [isOn]);
  useEffect(() => {
    if (!isOn || name === shown.current) return;
    shown.current = name;
    window.history.pushState({ visit, step: name } satisfies Entry, "");
  }, [isOn, name]);
}
