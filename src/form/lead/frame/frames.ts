import type { ComponentType, ReactNode } from "react";
import type { Station } from "#lead/station/station.ts";
import type { LeadInHand } from "../draft/leadInHand.ts";
import type { Step } from "../draft/steps.ts";
import { DeskFrame } from "./DeskFrame.tsx";
import { KioskFrame } from "./KioskFrame.tsx";
import { TouchFrame } from "./TouchFrame.tsx";
import { VisitorFrame } from "./VisitorFrame.tsx";

export interface FrameProps {
  readonly steps: readonly Step[];
  readonly lead: LeadInHand;
  /** The office's decisions about the lead. Only the desk shows them beside the step. */
  readonly handling: Step;
  readonly children: ReactNode;
}

/** The frame around a step, by profile. */
export const frames: Record<Station["profile"], ComponentType<FrameProps>> = {
  agent: TouchFrame,
  desk: DeskFrame,
  kiosk: KioskFrame,
  embed: VisitorFrame,
};
