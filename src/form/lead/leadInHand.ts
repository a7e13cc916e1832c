import type { FieldValues, UseFormReturn } from "react-hook-form";
import type { Problem } from "../api.ts";
import type { Outgoing } from "../send/outgoing.ts";
import type { FormStation } from "../station/useStation.ts";
import type { Step } from "../steps.ts";
import type { Channels } from "./ConsentQuestion.tsx";
import type { Draft } from "./draft.ts";

/** A lead being taken: its draft, where the person is in it, and the submission once it is saved. */
export interface LeadInHand {
  /** With the event that this lead belongs to. */
  readonly station: FormStation;
  readonly form: UseFormReturn<FieldValues>;
  readonly step: Step;
  readonly isLast: boolean;
  /** Called back from the review for one step: Continue returns there. */
  readonly isChanging: boolean;
  readonly attempt: number;
  /** The last press on Save or Continue could not be carried out. */
  readonly isStuck: boolean;
  /** The last press on Save met a form that nobody has answered anything in. */
  readonly isUntouched: boolean;
  readonly outgoing: Outgoing | undefined;
  readonly channels: Channels;
  readonly setChannels: (channels: Channels) => void;
  /** Judges this step and goes to the next. */
  readonly next: () => Promise<void>;
  readonly back: (() => void) | undefined;
  readonly goTo: (name: string) => void;
  /** Goes to a step for a change, from the review. */
  readonly change: (name: string) => void;
  /** Judges everything and saves it. */
  readonly save: () => Promise<void>;
  /** Opens the step that holds a path and focuses it; `selects` its text too. */
  readonly open: (path: string, selects?: boolean) => void;
  /** Back from a refusal: what the proxy found wrong stands at its fields. */
  readonly reopen: (problem: Problem | undefined) => Promise<void>;
  /** An answer has changed. */
  readonly touched: () => void;
  /** Whether nobody has answered anything yet: whose lead it is was answered before. */
  readonly isEmpty: (answers: object) => boolean;
  /** Where it is kept while it is typed, if it is. */
  readonly draft: Draft | undefined;
  /** Draws the form anew, with what is kept by now. */
  readonly reread: () => void;
  /** Throws every answer away. */
  readonly startOver: () => void;
}

/** Takes a submission; a problem says why it did not. */
export type Take = (outgoing: Outgoing) => Problem | undefined | Promise<Problem | undefined>;
