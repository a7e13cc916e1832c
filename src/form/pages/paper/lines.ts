import type { Consent } from "#lead/submission/consent.ts";
import { consentFlags } from "#lead/submission/consent.ts";
import type { Issue } from "#lead/issue.ts";
import type { JsonObject } from "#lead/json.ts";
import { judge } from "#lead/station/judge.ts";
import type { Language } from "#lead/languages.ts";
import type { Station, StationEvent } from "#lead/station/station.ts";
import type { Submission } from "#lead/submission/submission.ts";
import { nothingSaid } from "../../lead/draft/useSaid.ts";
import { toSubmission } from "../../lead/draft/toSubmission.ts";
import { withEvent } from "../../station/eventNow.ts";
import type { FormStation } from "../../station/useStation.ts";
import { stampOf, type Who } from "../../station/who.ts";

/** The event of a sheet or a file. Null: none. */
export type House = StationEvent | null;

/** One person of a sheet or of a file, as typed. */
export interface Line {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  /** Yes, No or empty. */
  readonly agent: string;
  /** A time frame of Lofty, or empty. */
  readonly months: string;
  readonly note: string;
  /** What was ticked on the paper. Undefined for a line of a file, which has no ticks. */
  readonly ticks?: { readonly text: boolean; readonly call: boolean; readonly email: boolean };
  /** Its number in the file that it is from. */
  readonly fileNumber?: number;
  /** Undefined: the same as that of the page. */
  readonly house?: House;
}

export const texts = ["firstName", "lastName", "phone", "email", "agent", "months", "note"] as const;

export const emptyLine = (id: string): Line => ({
  ...{ id, firstName: "", lastName: "", phone: "", email: "", agent: "", months: "", note: "" },
  ticks: { text: false, call: false, email: false },
});
export const isEmpty = (line: Line) => texts.every((name) => line[name].trim() === "");

/** Returns the ways that are ticked although the line has no number or address for them. */
export const tickedInVain = ({ ticks, phone, email }: Line) =>
  (["text", "call", "email"] as const).filter((way) => ticks?.[way] && (way === "email" ? email : phone).trim() === "");

const answersOf = ({ firstName, lastName, phone, email, agent, months, note }: Line): JsonObject => ({
  ...{ firstName, lastName, phones: [phone], emails: [email], content: note },
  ...(agent === "" ? {} : { withBuyerAgent: agent }),
  ...(months === "" ? {} : { buyingTimeFrame: months }),
});

/** Judges a line like the form judges a lead: length, format, what the station requires. */
export function issuesIn(line: Line, station: FormStation): readonly Issue[] {
  const known = judged.get(line);
  if (known?.station === station) return known.issues;
  const verdict = judge(answersOf(line), station as Station);
  const issues = "issues" in verdict ? verdict.issues : [];
  judged.set(line, { station, issues });
  return issues;
}

/** A file may have thousands of lines, and a line does not change: an edit replaces it. */
const judged = new WeakMap<Line, { readonly station: FormStation; readonly issues: readonly Issue[] }>();

/** The boxes of a line, and the path of each in a lead. */
const pathOf = { firstName: "firstName", lastName: "lastName", phone: "phones", email: "emails" } as const;
export const boxes = ["firstName", "lastName", "phone", "email"] as const;
export type BoxName = (typeof boxes)[number];

/** Returns the boxes that these issues are about. */
export const wrongBoxes = (issues: readonly Issue[]): readonly BoxName[] =>
  boxes.filter((box) => issues.some(({ path }) => path.split(".")[0] === pathOf[box]));

/**
 * Returns a valid line as a submission, for the agent of `who`. A tick on the paper is a consent
 * to the station's text; what no tick means is the station's policy.
 */
export function submissionOf(line: Line, station: FormStation, language: Language, now: Date, who?: Who): Submission {
  const { version, text, policy } = (station as Station).consent;
  const { ticks } = line;
  const channels = Object.fromEntries(Object.entries(ticks ?? {}).filter(([, isTicked]) => isTicked));
  // The sheet prints the text of the station's first language, whatever the language of staff's screen.
  const printed = station.languages[0] ?? language;
  const consent: Consent = { version, text, language: printed, at: now.toISOString(), by: "paper", channels };
  const verdict = judge(answersOf(line), station as Station);
  if ("issues" in verdict) throw new Error("submissionOf: the line has an issue");
  const lead = { ...verdict.lead, ...stampOf(who), ...(ticks && consentFlags(consent, policy)) };
  const here = line.house === undefined ? station : withEvent(station, line.house);
  const { body } = toSubmission(lead, here, language, nothingSaid);
  return { ...(body as Submission), ...(ticks && { consent }) };
}
