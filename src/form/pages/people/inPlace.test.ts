import { expect, test } from "vitest";
import { inPlace } from "./inPlace.ts";

const people = (ids: string) => [...ids].map((id) => ({ id }));
const placed = (sorted: string, shown: string) =>
  inPlace(people(sorted), [...shown])
    .map(({ id }) => id)
    .join("");

test.each([
  ["abc", "", "abc"],
  ["bca", "abc", "abc"],
  ["bc", "abc", "bc"],
  ["xbcya", "abc", "xabcy"],
])("sorted as %s, shown as %s before: %s", (sorted, shown, expected) => expect(placed(sorted, shown)).toBe(expected));
