import { expect, test } from "vitest";
import { movedPath, pathInForm } from "./movedPath.ts";

const people = (...names: readonly string[]) => ({
  people: names.map((name) => ({ name, phones: [`1${name}`, "x"] })),
});

test.each([
  ["the row before is removed", "phones.2", { phones: ["a", "b", "c"] }, { phones: ["a", "c"] }, "phones.1"],
  ["the row itself is removed", "phones.1", { phones: ["a", "b", "c"] }, { phones: ["a", "c"] }, undefined],
  ["a row after it is removed", "phones.0", { phones: ["a", "b"] }, { phones: ["a"] }, "phones.0"],
  ["a row before is restored", "phones.0", { phones: ["b"] }, { phones: ["a", "b"] }, "phones.1"],
  ["an equal row stays", "phones.1", { phones: ["a", "a", "b"] }, { phones: ["a", "b"] }, undefined],
  ["the text of the row changes", "phones.1", { phones: ["a", "b"] }, { phones: ["a", "bc"] }, "phones.1"],
  ["the first key is typed", "phones", {}, { phones: ["4"] }, "phones"],
  ["a list of several is pasted", "emails.1", { emails: ["a", "b"] }, { emails: ["x", "y", "b"] }, "emails.2"],
  ["a person is removed", "people.1.name", people("A", "B"), people("B"), "people.0.name"],
  [
    "a person is removed, path in the next person's list",
    "people.1.phones.1",
    people("A", "B"),
    people("B"),
    "people.0.phones.1",
  ],
  [
    "a row of another field is removed",
    "city",
    { city: "x", phones: ["a", "b"] },
    { city: "x", phones: ["b"] },
    "city",
  ],
])("%s: %s", (_, path, before, now, expected) => {
  expect(movedPath(path, before, now)).toBe(expected);
});

test.each([
  ["phones.0", { phones: ["", "x"] }, "phones.1"],
  ["phones", { phones: ["", ""] }, "phones"],
  ["people.0.phones.0", { people: [{}, { name: "A", phones: ["", "x"] }] }, "people.1.phones.1"],
  ["property.city", {}, "property.city"],
])("path %s of the validated lead is %s in the form", (path, draft, expected) => {
  expect(pathInForm(path, draft)).toBe(expected);
});
