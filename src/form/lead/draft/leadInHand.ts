import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Consent } from "#lead/submission/consent.ts";
import type { Saying } from "./useSaid.ts";
import type { Problem } from "../../browser/api.ts";
import type { Outgoing } from "../../sending/queue/outgoing.ts";
import type { FormStation } from "../../station/useStation.ts";
import type { Step } from "./steps.ts";
import type { Draft } from "./draft.ts";

/** The ways in which the office may contact a visitor. */
export type Channels = Consent["channels"];

/** The lead in the form: its answers, its step, and the submission after Save. */
export interface LeadInHand extends Saying {
  /** The station with the event of this lead. */
  readonly station: FormStation;
  readonly form: UseFormReturn<FieldValues>;
  readonly step: Step;
  readonly isLast: boolean;
  /** The step was opened from the review: Continue returns there. */
  readonly isChanging: boolean;
  readonly attempt: number;
  /** The last press on Save or Continue failed with an error. */
  readonly isStuck: boolean;
  /** The last press on Save found a form without answers. */
  readonly isUntouched: boolean;
  /** The lead is being saved. The frames make themselves inert. */
  readonly isClosed: boolean;
  readonly outgoing: Outgoing | undefined;
  /** A kiosk's visitor has signed in: the questions that follow are extra, and leaving no longer discards. */
  readonly isSignedIn: boolean;
  /** Leaves this step without its answers: goes to the next one, or saves the lead. */
  readonly skip: () => Promise<void>;
  /** Validates this step and goes to the next one. On a kiosk's first step it signs the visitor in. */
  readonly next: () => Promise<void>;
  readonly back: (() => void) | undefined;
  readonly goTo: (name: string) => void;
  /** Opens a step from the review for a change. */
  readonly change: (name: string) => void;
  /** Validates everything and saves the lead. */
  readonly save: () => Promise<void>;
  /** Opens the step with this path and focuses its box. `selects`: also selects the text. */
  readonly open: (path: string, selects?: boolean) => void;
  /** Returns to the form after a refusal and shows the proxy's issues at their fields. */
  readonly reopen: (problem: Problem | undefined) => void;
  /** Call when an answer has changed. */
  readonly touched: () => void;
  /** Whether there are no answers except the stamp, which says who gets the lead. */
  readonly isEmpty: (answers: object) => boolean;
  /** The draft of this lead, if it is stored while somebody types. */
  readonly draft: Draft | undefined;
  /** Renders the form again with the stored draft. */
  readonly reread: () => void;
  /** Deletes all answers. */
  readonly startOver: () => void;
}

/** Takes a submission. Returns a problem if it refused it. */
export type Take = (outgoing: Outgoing) => Problem | undefined | Promise<Problem | undefined>;
