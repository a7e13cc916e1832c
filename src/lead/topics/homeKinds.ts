/** The kinds of home that Lofty documents, with the exact spelling (LOFTY.md 3.1). */
export const homeKinds = [
  "Single Family Home",
  "Multi-Family",
  "Condo",
  "Townhouse",
  "Mobile Home",
  "Manufactured Home",
  "Vacant Land",
  "Commercial",
] as const;
