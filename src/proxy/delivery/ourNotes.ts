/** The part number of the note with the lead's own text. The typed values are in parts 1 and up (knownPerson.ts). */
export const wholeNote = 0;
/** The part number of the note which says that duplicates could not be looked up. */
export const unrecognizedPart = 999;

const tag = /<\/?[a-z][a-z\d]*(\s[^<>]*)?\/?>/gi;
const lastReference = /^.*ref ?([\da-f]{8}-[\da-f-]{27})(?: (\d{1,3})(?= |$))?/i;

/**
 * Returns which note of the submission this is: `wholeNote`, a part number, or undefined when it is not ours. The last
 * reference in the note counts, because earlier ones may be typed or quoted. The CRM may return a note as HTML or as
 * one line.
 */
export function partOf(note: string, id: string): number | undefined {
  const [, found, part] = lastReference.exec(plain(note)) ?? [];
  return found?.toLowerCase() === id ? Number(part ?? wholeNote) : undefined;
}

/** Returns the notes of a submission that are not among those read from the CRM. */
export function missingNotes(notes: readonly string[], there: readonly string[], id: string): readonly string[] {
  const parts = new Set(there.map((note) => partOf(note, id)));
  return notes.filter((note) => !parts.has(partOf(note, id)));
}

/** Returns the end of a note as one line of plain text. Our reference stands at the end. */
function plain(note: string): string {
  let text = note.slice(-longestFooter);
  // Some responses escape HTML twice.
  for (let times = 0; times < 2; times++)
    text = text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(lt|gt|amp|nbsp));/gi, (_all, decimal, hex, name) =>
      name === undefined
        ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (named[String(name).toLowerCase()] ?? ""),
    );
  return text.replaceAll(tag, " ").replaceAll(/\s+/g, " ").trim();
}
const named: { readonly [name: string]: string } = { lt: "<", gt: ">", amp: "&", nbsp: " " };
/** In UTF-16 units. A note holds 2,000 (limits.ts), and more after escaping. */
const longestFooter = 4_000;
