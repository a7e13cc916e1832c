import { useEffect, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { LeadInHand } from "../draft/leadInHand.ts";
import { useStation } from "../../station/useStation.ts";
import type { Step } from "../draft/steps.ts";
import { isolated } from "#lead/characters.ts";
import { useStepTitle } from "./useStepTitle.ts";

interface Props {
  readonly lead: LeadInHand;
  readonly steps: readonly Step[];
  readonly className: string;
}

/**
 * The heading of a step. It sets the page's title, gets the focus when the step changes, and says in the title when
 * there is an issue.
 */
export function StepTitle({ lead, steps, className }: Props) {
  const t = useTranslations();
  const station = useStation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, attempt } = lead;
  const title = useStepTitle()(step);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${attempt > 0 ? `${t("summary.error")} ` : ""}${title} · ${isolated(station.name)}`;
  }, [title, attempt, station.name, t]);
  // Before the browser paints, so that the focus is never on the page itself.
  useLayoutEffect(() => {
    if (!first.current || station.profile === "desk") focusStart(heading.current, station.profile === "desk");
    first.current = false;
  }, [step.name, station.profile]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className} data-step={steps.indexOf(step) + 1}>
      {title}
    </h1>
  );
}

/** On a desk the focus starts in the first box, elsewhere on the heading. */
function focusStart(heading: HTMLElement | null, desk: boolean): void {
  // While the code of the next step loads, React hides the step before. A focused box in it does not count.
  if (document.activeElement?.closest("form") && isShown(document.activeElement)) return;
  const inputs = heading?.closest("main")?.querySelectorAll<HTMLElement>("form :is(input, textarea, select)") ?? [];
  (desk ? ([...inputs].find(isShown) ?? heading) : heading)?.focus();
}

/** Whether an element is rendered. iPads from 2023 have no `checkVisibility`. */
const isShown = (element: Element) => element.getClientRects().length > 0;
