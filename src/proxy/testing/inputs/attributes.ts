import { one, type Case } from "./case.ts";

const path = "customAttributeList";
const row = (attributeName: unknown, attributeType: unknown, value: unknown, more: object = {}) => [
  { attributeName, attributeType, value, ...more },
];
const hear = "How did you hear about us?";

/** Custom attributes of an office, by type (LOFTY.md 3.4). */
export const attributes: readonly Case[] = [
  one(path, row("Pets", "text", "two"), { [`${path}.0.value`]: "two" }),
  one(path, row("Pets", "number", "2"), { [`${path}.0.value`]: "2" }),
  ...["two", "2,5", "01", "1e3", ""].map((value) =>
    one(path, row("Pets", "number", value), [`${path}.0.value`, value === "" ? "required" : "format"]),
  ),
  ...["-1.5", "0", "100"].map((value) => one(path, row("Down", "percentage", value), { [`${path}.0.value`]: value })),
  ...["10%", "$5", "5,000"].map((value) => one(path, row("Down", "currency", value), [`${path}.0.value`, "format"])),
  one(path, row("Lease", "date", "Jun 5, 2027"), { [`${path}.0.value`]: "Jun 5, 2027" }),
  ...["2027-06-05", "Feb 30, 2027"].map((value) =>
    one(path, row("Lease", "anniversary_date", value), [`${path}.0.value`, "format"]),
  ),
  one(path, row(hear, "single_select", "Sign"), { [`${path}.0.value`]: "Sign" }),
  one(path, row(hear, "single_select", "Billboard"), [`${path}.0.value`, "not-an-option"]),
  one(path, row(hear, "text", "Sign"), [`${path}.0.attributeType`, "not-an-option"]),
  one(path, row("Interested in", "multi_select", '["Schools","Yard"]'), { [`${path}.0.value`]: '["Schools","Yard"]' }),
  ...['["Castle"]'].map((value) =>
    one(path, row("Interested in", "multi_select", value), [`${path}.0.value`, "not-an-option"]),
  ),
  ...["Schools", "[]", "[1]", "{}", '["Schools"', '[""]'].map((value) =>
    one(path, row("Interested in", "multi_select", value), [`${path}.0.value`, "format"]),
  ),
  one(path, row("Pets", "text, number, date", "2"), [`${path}.0.attributeType`, "not-an-option"]),
  one(path, row("Pets", "text", 2), [`${path}.0.value`, "wrong-type"]),
  one(path, row("Pets", "text", "2", { id: 7 }), [`${path}.0.id`, "unknown"]),
  one(path, [...row("Pets", "text", "2"), ...row("Pets", "text", "3")], [`${path}.1.attributeName`, "format"]),
  one(path, row(undefined, "text", "2"), [`${path}.0.attributeName`, "required"]),
  one(path, "Pets", [path, "wrong-type"]),
];
