import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { useStation } from "../../station/useStation.ts";
import type { Step } from "../draft/steps.ts";

const visitorTitles = {
  contact: "visitorContact",
  agency: "visitorAgency",
  inquiry: "visitorInquiry",
  property: "visitorProperty",
  family: "visitorFamily",
  attributes: "visitorAttributes",
} as const;

/** Returns the title of a step. Visitors have their own titles. */
export function useStepTitle(): (step: Step) => string {
  const t = useTranslations("steps");
  const visited = isVisited(useStation());
  return ({ name }) => t(visited && name in visitorTitles ? visitorTitles[name as keyof typeof visitorTitles] : name);
}
