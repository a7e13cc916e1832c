import { measure } from "./measure.ts";

/** A text cut to a limit (UTF-16 units) at the end of a whole word where it has one. */
export function shorten(text: string, limit: number): string {
  const { kept, left } = measure(text, limit);
  if (left >= 0) return kept;
  const full = text.normalize("NFC").trim();
  const endsWord = /\s/.test(full.charAt(kept.length));
  const word = /^(.*\S)\s+\S*$/su.exec(kept)?.[1];
  return (endsWord ? kept : (word ?? kept)).trimEnd();
}
