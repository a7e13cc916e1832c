import { parseAccept } from "hono/utils/accept";

/** Browsers send under 100. Each tag costs time, and anybody can send a header of 16 kB. */
const longest = 200;

/** Returns the language tags of an Accept-Language header, the most wanted first. */
export const wantedLanguages = (header: string | undefined): readonly string[] =>
  parseAccept((header ?? "").slice(0, longest)).map(({ type }) => type);
