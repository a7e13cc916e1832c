import type { Acknowledgement } from "#lead/submission/acknowledgement.ts";
import type { Consent } from "#lead/submission/consent.ts";
import type { Way } from "#lead/submission/ways.ts";
import { textHash } from "../platform/textHash.ts";
import { utcMinute } from "../platform/utcMinute.ts";

/** Identifies our lead in the CRM. */
const reference = (id: string) => `ref ${id}`;
/** The reference of a numbered note. When a lead is added to a known person, what was typed goes into such notes. */
export const partReference = (id: string, part: number) => `${reference(id)} ${part}`;

/** What the note says of a lead, beside its reference. */
export interface About {
  readonly consent?: Consent | undefined;
  readonly acknowledgement?: Acknowledgement | undefined;
  /** The id of the station. */
  readonly station?: string | undefined;
  /** When the lead was saved on its device, in ms; only for a lead that arrived late. */
  readonly savedAt?: number | undefined;
}

/**
 * Returns what the proxy appends to a lead's note: our reference, which identifies the lead, the time when a late lead
 * was saved, the consent, and the agency text that was read; each text by the start of its hash. With `optedOutLine` at
 * most 398 UTF-16 units, so that the longest note and opening line still fit into Lofty's 2,000 (limits.ts).
 */
export function footer(id: string, { consent, acknowledgement, station, savedAt }: About): string {
  const lines = ["-- foyer", reference(id)];
  if (savedAt !== undefined) lines.push(`saved ${utcMinute(savedAt)}`);
  if (consent) {
    const said = Object.entries(consent.channels).map(([channel, yes]) => `${channel} ${yes ? "yes" : "no"}`);
    const at = station === undefined ? "" : ` at ${station}`;
    lines.push(`consent ${named(consent)} ${consent.by}${at}: ${said.join(", ") || "none ticked"}, ${shown(consent)}`);
  }
  if (acknowledgement) lines.push(`agency ${named(acknowledgement)} read, ${shown(acknowledgement)}`);
  return lines.join("\n");
}

// Only a station's own settings can contain a line break; everything else is checked (lead/submission/envelope.ts).
const named = ({ version, language }: Pick<Consent, "version" | "language">) =>
  `${version.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")} ${language}`;
const shown = ({ at, text }: Pick<Consent, "at" | "text">) => `${at} ${textHash(text).slice(0, 16)}`;

/** The last line of the note of a person who opted out before, whatever was ticked now. */
export const optedOutLine = (optedOut: readonly Way[]): string => `opted out before: ${optedOut.join(", ")}`;

/**
 * Returns the lead with the footer on its note, and with our reference in the station's custom attribute for it. If
 * somebody answered a question of that name, the answer stays: the note alone is enough.
 */
export function withFooter<Lead extends object>(
  lead: Lead,
  id: string,
  about: About,
  attributeName?: string,
): Lead & { content: string } {
  const note = "content" in lead && typeof lead.content === "string" ? `${lead.content}\n` : "";
  const listed: unknown = "customAttributeList" in lead ? lead.customAttributeList : undefined;
  const rows = Array.isArray(listed) ? listed : [];
  const row = { attributeName, attributeType: "text", value: id };
  const isTaken = rows.some((other) => other?.attributeName === attributeName);
  return {
    ...lead,
    ...(attributeName === undefined || isTaken ? {} : { customAttributeList: [...rows, row] }),
    content: `${note}${footer(id, about)}`,
  };
}

/** Returns the note as it was typed. */
export function withoutFooter(content: string): string {
  const at = content.lastIndexOf("-- foyer\nref ");
  return at < 0 ? content : content.slice(0, Math.max(0, at - 1));
}
