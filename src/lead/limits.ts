/**
 * Lofty's limits for texts, in UTF-16 units of the NFC-normalized, trimmed text.
 * Lofty cuts most of these silently (documented for names, tags, segments, notes). Its unit was never observed; UTF-16
 * is the stricter of the two likely ones. `familyName` is our precaution. `note` leaves room for the lines that the
 * proxy adds to the 2,000 that Lofty keeps.
 */
export const limits = {
  name: 30,
  familyName: 30,
  phone: 20,
  stage: 19,
  source: 100,
  segment: 30,
  tag: 64,
  note: 1400,
  noteKept: 2000,
  notePreset: 200,
  /** The note of a lead with what its station added, and a line break between. */
  noteStamped: 1601,
  familyMembers: 4,
  /** Phones, and emails, of one visitor. Our limit: a visitor who names many contacts could opt out many people. */
  visitorContacts: 5,
  /** Bedrooms and floors are 32-bit at Lofty: a larger number would refuse the whole lead. */
  int32: 2 ** 31 - 1,
  /** The largest integer that all JSON parsers read exactly. */
  money: Number.MAX_SAFE_INTEGER,
} as const;
