/**
 * What Lofty keeps of each limited text, in UTF-16 units of the NFC-normalised, trimmed text.
 *
 * Lofty cuts most of these without saying so (names, tags, segments, notes are documented; the unit was never
 * observed, and UTF-16 is the stricter of the two likely ones). `familyName` is our precaution; `note` leaves room
 * for what the proxy appends to the 2,000 that Lofty keeps.
 */
export const limits = {
  name: 30,
  familyName: 30,
  phone: 20,
  stage: 19,
  source: 100,
  segment: 30,
  tag: 64,
  note: 1600,
  noteKept: 2000,
  notePreset: 200,
  familyMembers: 4,
  /** Bedrooms and floors are 32 bits wide at Lofty: a larger number would refuse the whole lead. */
  int32: 2 ** 31 - 1,
  /** The largest whole number that JSON's readers all read alike. */
  money: Number.MAX_SAFE_INTEGER,
} as const;
