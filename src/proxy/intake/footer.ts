import type { Consent } from "#lead/consent.ts";

/** How a lead is known again in the CRM. */
const reference = (id: string) => `ref ${id}`;
/** What was typed goes in notes of its own where a person is added to; they are numbered. */
export const partReference = (id: string, part: number) => `${reference(id)} ${part}`;

/**
 * What the proxy appends to a lead's note: our reference, by which the lead is known again, and the consent that was
 * given. At most 198 UTF-16 units, so that with the longest note and opening line Lofty's 2,000 hold (limits.ts).
 */
export function footer(id: string, consent: Consent | undefined): string {
  const lines = ["-- foyer", reference(id)];
  if (consent) {
    const said = Object.entries(consent.channels).map(([channel, yes]) => `${channel} ${yes ? "yes" : "no"}`);
    // What a station's own settings hold may break a line; nothing else can (lead/envelope.ts).
    const version = consent.version.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
    lines.push(
      `consent ${version} ${consent.language} ${consent.by}: ${said.join(", ") || "none ticked"}, ${consent.at}`,
    );
  }
  return lines.join("\n");
}

/** The lead with the footer on its note, and our reference in the attribute that the station names for it. */
export function withFooter<Lead extends object>(
  lead: Lead,
  id: string,
  consent: Consent | undefined,
  attributeName?: string,
): Lead & { content: string } {
  const note = "content" in lead && typeof lead.content === "string" ? `${lead.content}\n` : "";
  const listed: unknown = "customAttributeList" in lead ? lead.customAttributeList : undefined;
  const others = (Array.isArray(listed) ? listed : []).filter((row) => row?.attributeName !== attributeName);
  const row = { attributeName, attributeType: "text", value: id };
  return {
    ...lead,
    ...(attributeName === undefined ? {} : { customAttributeList: [...others, row] }),
    content: `${note}${footer(id, consent)}`,
  };
}

/** The note as it was typed. */
export function withoutFooter(content: string): string {
  const at = content.lastIndexOf("-- foyer\nref ");
  return at < 0 ? content : content.slice(0, Math.max(0, at - 1));
}
