import type { FieldKey } from "#lead/questions.ts";

/** The number of columns of a field, of the desk's twelve. Default: 6. Phones and kiosks have one column. */
const columns: Partial<Record<FieldKey, 2 | 3 | 4 | 5 | 6 | 12>> = {
  firstName: 5,
  lastName: 4,
  language: 3,
  leadTypes: 12,
  birthday: 5,
  referredBy: 4,
  cannotText: 4,
  cannotCall: 4,
  cannotEmail: 4,
  unsubscription: 12,
  buyingTimeFrame: 12,
  sellingTimeFrame: 12,
  preQual: 3,
  withBuyerAgent: 3,
  fthb: 3,
  houseToSell: 3,
  withListingAgent: 3,
  mortgage: 3,
  buyHouse: 3,
  inquiry_propertyType: 12,
  inquiry_bedroomsMin: 3,
  inquiry_bedroomsMax: 3,
  inquiry_bathroomsMin: 3,
  inquiry_bathroomsMax: 3,
  inquiry_locations: 12,
  inquiry_locations_stateCode: 3,
  inquiry_locations_zipCode: 3,
  property_streetAddress: 6,
  property_city: 3,
  property_state: 3,
  property_zipCode: 3,
  property_county: 3,
  property_mailAddress: 6,
  property_propertyType: 12,
  property_price: 4,
  property_priceMin: 4,
  property_priceMax: 4,
  property_bedrooms: 2,
  property_bathrooms: 2,
  property_squareFeet: 2,
  property_lotSize: 2,
  property_parkingSpace: 2,
  property_floors: 2,
  property_note: 12,
  leadFamilyMemberList: 12,
  customAttributeList: 12,
};

/** Half of a desk's step, and a row of its own elsewhere. */
export const half = "col-span-full step-narrow:col-span-6 step-wide:col-span-6";
const spans = {
  2: "col-span-full step-narrow:col-span-4 step-wide:col-span-2",
  3: "col-span-full step-narrow:col-span-6 step-wide:col-span-3",
  4: "col-span-full step-narrow:col-span-6 step-wide:col-span-4",
  5: "col-span-full step-narrow:col-span-6 step-wide:col-span-5",
  6: half,
  12: "col-span-full",
} as const;

/** Places a field in a grid: in a desk's step by its columns, elsewhere in a row of its own. */
export const spanOf = (key: string): string => spans[(columns as { [key: string]: keyof typeof spans })[key] ?? 6];

/** The grid of a small form within a field, such as a family member. */
export const smallForm = "grid grid-cols-1 items-start gap-x-4 gap-y-(--gap) in-data-[density=desk]:grid-cols-12";

/** The fields that start a section of a desk's step, with the section's name in the catalogue. */
export const sections = {
  phones: "reach",
  leadTypes: "about",
  cannotText: "consent",
  inquiry_priceMin: "wishes",
  property_mailAddress: "home",
} as const satisfies Partial<Record<FieldKey, string>>;

/** Fields that belong together and are side by side even on a phone. */
export const pairs: ReadonlySet<string> = new Set<FieldKey>([
  "inquiry_priceMin",
  "inquiry_priceMax",
  "property_priceMin",
  "property_priceMax",
  "property_city",
  "property_state",
  "property_zipCode",
  "property_county",
  "property_bedrooms",
  "property_bathrooms",
]);

/** Fields of visitors that are side by side where there is room. */
export const visitorsPairs: ReadonlySet<string> = new Set<string>([
  ...pairs,
  ...(["firstName", "lastName", "phones", "emails"] satisfies FieldKey[]),
]);
