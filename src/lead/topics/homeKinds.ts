/** The kinds of home Lofty documents, exact to the hyphen (API.md 3.1). */
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
