export interface FloorField {
  readonly name: string;
  readonly label: string;
  /** `area` is a text box with several lines. */
  readonly type?: "text" | "email" | "tel" | "area";
  /** Shows a counter that counts down from it. */
  readonly limit?: number;
}

/** The 30 questions of both floors, in six steps. First step, counters and labels are like those of our stations. */
export const steps: readonly (readonly FloorField[])[] = [
  [
    { name: "firstName", label: "First name", limit: 30 },
    { name: "lastName", label: "Last name", limit: 30 },
    { name: "phone", label: "Phone 1", type: "tel", limit: 20 },
    { name: "email", label: "Email 1", type: "email" },
    { name: "note", label: "Note for the team", type: "area", limit: 1400 },
  ],
  [
    { name: "budgetFrom", label: "Budget from" },
    { name: "budgetTo", label: "Budget to" },
    { name: "bedrooms", label: "Bedrooms" },
    { name: "bathrooms", label: "Bathrooms" },
    { name: "moveIn", label: "Move in" },
  ],
  [
    { name: "street", label: "Street", limit: 200 },
    { name: "city", label: "City", limit: 50 },
    { name: "county", label: "County", limit: 50 },
    { name: "state", label: "State" },
    { name: "zip", label: "ZIP code", limit: 20 },
  ],
  [
    { name: "price", label: "Price" },
    { name: "squareFeet", label: "Square feet" },
    { name: "lot", label: "Lot size" },
    { name: "floors", label: "Floors" },
    { name: "parking", label: "Parking spaces" },
  ],
  [
    { name: "partnerFirst", label: "Partner’s first name", limit: 30 },
    { name: "partnerLast", label: "Partner’s last name", limit: 30 },
    { name: "partnerPhone", label: "Partner’s phone", type: "tel", limit: 20 },
    { name: "partnerEmail", label: "Partner’s email", type: "email" },
    { name: "birthday", label: "Birthday" },
  ],
  [
    { name: "source", label: "Source", limit: 100 },
    { name: "referredBy", label: "Referred by" },
    { name: "occupation", label: "Occupation" },
    { name: "employer", label: "Employer" },
    { name: "comments", label: "Comments", type: "area", limit: 1400 },
  ],
];

export const left = (text: string, limit: number): string => {
  const count = limit - text.length;
  return count < 0 ? `${-count} too many` : `${count} left`;
};
