import { expect, test } from "vitest";
import { reachOf } from "./reach.ts";

test("an email matches without its invisible characters", () => {
  const [clean] = reachOf({ emails: ["ann@example.com"] });
  for (const typed of ["Ann@example.com\u200b", "ann\u00ad@example.com", "\u202aann@example.com\u202c"])
    expect(reachOf({ emails: [typed] })).toEqual([clean]);
});

test.each(["４１５５５５０１３４", "٤١٥٥٥٥٠١٣٤", "\u202a+1 (415) 555-0134\u202c", "415\u200b5550134"])(
  "the phone %j matches the digits 4155550134",
  (phone) => expect(reachOf({ phones: [phone] })).toEqual([{ kind: "phone", value: "4155550134" }]),
);

test("an email with a control character, which Postgres may not store, is left out", () => {
  expect(reachOf({ emails: ["a\u0000b@example.com", "ann@example.com"] })).toEqual([
    { kind: "email", value: "ann@example.com" },
  ]);
});

test.each([
  "415-555-0134 x2",
  "(415) 555-0134 ext 12",
  "415-555-0134, ext. 12",
  "+1 415 555 0134 extension 7",
  "415 555 0134;ext=12",
  "415.555.0134 #3",
  "001 415 555 0134",
])("the phone %j is found by the number without its extension and prefix", (phone) =>
  expect(reachOf({ phones: [phone] })).toContainEqual({ kind: "phone", value: "4155550134" }),
);

test("an extension is still found as earlier versions stored it, and a number in letters by its keys", () => {
  expect(reachOf({ phones: ["415-555-0134 x2"] })).toContainEqual({ kind: "phone", value: "41555501342" });
  expect(reachOf({ phones: ["1-800-FLOWERS"] })).toEqual([{ kind: "phone", value: "8003569377" }]);
  expect(reachOf({ phones: ["no phone 0"] })).toEqual([]);
  expect(reachOf({ phones: ["FAX 415-555-0134"] })).toEqual([{ kind: "phone", value: "4155550134" }]);
  expect(reachOf({ phones: ["415-555-0134 (mobile)"] })).toEqual([{ kind: "phone", value: "4155550134" }]);
});
