import { useEffect, useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import type { LeadInHand } from "../lead/leadInHand.ts";
import { useStation } from "../station/useStation.ts";
import type { Step } from "../steps.ts";
import { isolated } from "#lead/characters.ts";

const visitorTitles = {
  contact: "visitorContact",
  inquiry: "visitorInquiry",
  property: "visitorProperty",
  family: "visitorFamily",
  attributes: "visitorAttributes",
} as const;

interface Props {
  readonly lead: LeadInHand;
  readonly steps: readonly Step[];
  readonly className: string;
}

/** The step's heading. It names the page, takes the focus when the step changes, and says when something is wrong. */
export function StepTitle({ lead, steps, className }: Props) {
  const t = useTranslations();
  const station = useStation();
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, attempt } = lead;
  const visitor = isVisited(station) && step.name in visitorTitles;
  const title = t(`steps.${visitor ? visitorTitles[step.name as keyof typeof visitorTitles] : step.name}`);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${attempt > 0 ? `${t("summary.error")} ` : ""}${title} · ${isolated(station.name)}`;
  }, [title, attempt, station.name, t]);
  // Before the browser paints: the focus never rests on the page itself.
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

/** Desks start typing at once; touch and kiosk start by reading. */
function focusStart(heading: HTMLElement | null, desk: boolean): void {
  // A step whose code is still on its way hides the one before, and with it what holds the focus.
  if (document.activeElement?.closest("form") && isShown(document.activeElement)) return;
  const inputs = heading?.closest("main")?.querySelectorAll<HTMLElement>("form :is(input, textarea, select)") ?? [];
  (desk ? ([...inputs].find(isShown) ?? heading) : heading)?.focus();
}

/** Drawn at all. An iPad of 2023 has no `checkVisibility`. */
const isShown = (element: Element) => element.getClientRects().length > 0;
