/** The part number of the note that holds the lead's own text; what was typed is in parts 1 and up (knownPerson.ts). */
export const wholeNote = 0;
/** The note that says that nobody could look for the person. */
export const unrecognizedPart = 999;

const tag = /<\/?[a-z][a-z\d]*(\s[^<>]*)?\/?>/gi;
const lastReference = /^.*ref ?([\da-f]{8}-[\da-f-]{27})(?: (\d{1,3})(?= |$))?/i;

/**
 * Which of a submission's notes this is: `wholeNote`, the number of a part, or undefined when it is not ours. The last
 * reference in the note counts: earlier ones were typed or quoted. The CRM may return a note as HTML or as one line.
 */
export function partOf(note: string, id: string): number | undefined {
  const [, found, part] = lastReference.exec(plain(note)) ?? [];
  return found?.toLowerCase() === id ? Number(part ?? wholeNote) : undefined;
}

/** The notes of a submission that are not among those read from the CRM. */
export function missingNotes(notes: readonly string[], there: readonly string[], id: string): readonly string[] {
  const parts = new Set(there.map((note) => partOf(note, id)));
  return notes.filter((note) => !parts.has(partOf(note, id)));
}

/** The end of a note as plain text in one line: only our lines are needed. */
function plain(note: string): string {
  let text = note.slice(-longestFooter);
  // Escaped HTML is escaped twice in some answers.
  for (let times = 0; times < 2; times++)
    text = text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(lt|gt|amp|nbsp));/gi, (_all, decimal, hex, name) =>
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (named[String(name).toLowerCase()] ?? ""),
    );
  return text.replaceAll(tag, " ").replaceAll(/\s+/g, " ").trim();
}
const named: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", nbsp: " " };
/** Units: a note holds 2,000 (limits.ts), and more once it is escaped. */
const longestFooter = 4_000;
