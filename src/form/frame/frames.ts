import type { ComponentType, ReactNode } from "react";
import type { Station } from "#lead/station.ts";
import type { LeadInHand } from "../lead/leadInHand.ts";
import type { Step } from "../steps.ts";
import { atOnce } from "../later.ts";

export interface FrameProps {
  readonly steps: readonly Step[];
  readonly lead: LeadInHand;
  /** What the office decides about the lead; only the desk draws it beside the step. */
  readonly handling: Step;
  readonly children: ReactNode;
}

const DeskFrame = atOnce(() => import("./DeskFrame.tsx"), "DeskFrame");
const TouchFrame = atOnce(() => import("./TouchFrame.tsx"), "TouchFrame");
const VisitorFrame = atOnce(() => import("./VisitorFrame.tsx"), "VisitorFrame");

/** What stands around a step, by profile. */
export const frames: Record<Station["profile"], ComponentType<FrameProps>> = {
  agent: TouchFrame,
  desk: DeskFrame,
  kiosk: VisitorFrame,
  embed: VisitorFrame,
};
