import { expect, test } from "vitest";
import { isPhone, phoneDigits, phonesIn, shortPhone } from "./phone.ts";

test.each([
  "415-555-0134, ext. 12",
  "415-555-0134; ext 1234567",
  "030 / 555 01 34",
  "030/5550134",
  "+49 (0) 30 / 555 01 34",
  "415 555 0134 or 0135",
  "0134 & 0135, evenings",
  "415/555-0134",
  "4155550134",
  "1-800-FLOWERS, ext. 2",
  "415-555-0134 / 12 rings",
  "",
])("%j is one phone number", (text) => expect(phonesIn(text)).toBeUndefined());

test.each([
  ["4155550134 / 4155550135", ["4155550134", "4155550135"]],
  ["4155550134/4155550135", ["4155550134", "4155550135"]],
  ["(415) 555-0134, (415) 555-0135", ["(415) 555-0134", "(415) 555-0135"]],
  ["4155550134\n4155550135\n", ["4155550134", "4155550135"]],
  ["Home: 415-555-0134; Work: 415-555-0135", ["Home: 415-555-0134", "Work: 415-555-0135"]],
  ["415-555-0134 or 415-555-0135", ["415-555-0134", "415-555-0135"]],
  ["٠١٢٣٤٥٦٧٨٩ / ٠١٢٣٤٥٦٧٨٨", ["٠١٢٣٤٥٦٧٨٩", "٠١٢٣٤٥٦٧٨٨"]],
])("%j is a list of several phone numbers", (text, parts) => expect(phonesIn(text)).toEqual(parts));

test.each([
  ["(415) 555-0134", "4155550134"],
  ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
  ["۰۱۲۳۴۵۶۷۸۹", "0123456789"],
  ["４１５５５５０１３４", "4155550134"],
  ["𝟎𝟏𝟐𝟗𝟘𝟙𝟡", "0129019"],
  ["o७८९", "789"],
])("the digits of %s are %s", (text, digits) => expect(phoneDigits(text)).toBe(digits));

test.each([
  ["415-555-0134 after five, please", "415-555-0134"],
  ["0 0 4 4 - 2 0 - 5 5 5 0 1 3 4", "0044205550134"],
  // Nobody dials the 0 after a country code.
  ["+ 44 (0) 20 - 5550 - 0134 (office)", undefined],
  ["0044 (0) 20 5550 0134 (office)", undefined],
  ["+1 (415) 555-0134 / 0135", undefined],
  ["(415) 555-0134 *12345678", undefined],
  ["call me on 415-555-0134", undefined],
  ["123456789012345678901", undefined],
])("%j shortened to 20 characters: %s", (text, short) => expect(shortPhone(text, 20)).toBe(short));

test("a phone number needs seven digits or letters and at least one digit", () => {
  expect(isPhone("1-800-FLOWERS")).toBe(true);
  expect(isPhone("call me")).toBe(false);
  expect(isPhone("ada1@example.com")).toBe(false);
});

test.each(["4.15555E+09", "4,15555E+09", "4E+09", " 4.15555e+09 "])(
  "%j, shortened by a spreadsheet, is no phone",
  (text) => expect(isPhone(text)).toBe(false),
);
