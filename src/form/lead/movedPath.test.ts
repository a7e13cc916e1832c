import { expect, test } from "vitest";
import { movedPath, pathInForm } from "./movedPath.ts";

const people = (...names: readonly string[]) => ({
  people: names.map((name) => ({ name, phones: [`1${name}`, "x"] })),
});

test.each([
  ["the row before is taken out", "phones.2", { phones: ["a", "b", "c"] }, { phones: ["a", "c"] }, "phones.1"],
  ["the row itself is taken out", "phones.1", { phones: ["a", "b", "c"] }, { phones: ["a", "c"] }, undefined],
  ["a row after is taken out", "phones.0", { phones: ["a", "b"] }, { phones: ["a"] }, "phones.0"],
  ["it comes back", "phones.0", { phones: ["b"] }, { phones: ["a", "b"] }, "phones.1"],
  ["another equals it", "phones.1", { phones: ["a", "a", "b"] }, { phones: ["a", "b"] }, undefined],
  ["it is typed in", "phones.1", { phones: ["a", "b"] }, { phones: ["a", "bc"] }, "phones.1"],
  ["the first key is typed", "phones", {}, { phones: ["4"] }, "phones"],
  ["a list of several is pasted", "emails.1", { emails: ["a", "b"] }, { emails: ["x", "y", "b"] }, "emails.2"],
  ["a person goes", "people.1.name", people("A", "B"), people("B"), "people.0.name"],
  ["a person goes, in a list of theirs", "people.1.phones.1", people("A", "B"), people("B"), "people.0.phones.1"],
  ["elsewhere", "city", { city: "x", phones: ["a", "b"] }, { city: "x", phones: ["b"] }, "city"],
])("%s: %s", (_, path, before, now, expected) => {
  expect(movedPath(path, before, now)).toBe(expected);
});

test.each([
  ["phones.0", { phones: ["", "x"] }, "phones.1"],
  ["phones", { phones: ["", ""] }, "phones"],
  ["people.0.phones.0", { people: [{}, { name: "A", phones: ["", "x"] }] }, "people.1.phones.1"],
  ["property.city", {}, "property.city"],
])("%s of the judged lead is %s in the form", (path, draft, expected) => {
  expect(pathInForm(path, draft)).toBe(expected);
});
