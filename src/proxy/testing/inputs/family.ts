import { ok, one, type Case } from "./case.ts";

const path = "leadFamilyMemberList";
const people = (count: number) => Array.from({ length: count }, (_, index) => ({ firstName: `Kid ${index + 1}` }));

export const family: readonly Case[] = [
  ...[0, 1, 2, 3, 4].map((count) =>
    one(path, people(count), count === 0 ? ok : { [`${path}.${count - 1}.firstName`]: `Kid ${count}` }),
  ),
  ...[5, 6, 99].map((count) => one(path, people(count), [path, "too-many"])),
  one(path, people(101), 400),
  one(path, [...people(4), {}, { lastName: " " }], { [`${path}.3.firstName`]: "Kid 4" }),
  one(path, [{ lastName: "Lee" }], [`${path}.0.firstName`, "required"]),
  one(path, [{ firstName: "A" }, { phones: ["4155550134"] }], [`${path}.1.firstName`, "required"]),
  one(path, [{ firstName: "A", age: 7 }], [`${path}.0.age`, "unknown"]),
  one(path, [{ firstName: "A", emails: ["no"] }], [`${path}.0.emails.0`, "format"]),
  one(path, [{ firstName: "A", phones: ["1".repeat(21)] }], [`${path}.0.phones.0`, "too-long"]),
  one(path, [{ firstName: "A", birthday: "2001" }], [`${path}.0.birthday`, "format"]),
  one(path, [{ firstName: "x".repeat(31) }], [`${path}.0.firstName`, "too-long"]),
  one(path, [{ firstName: "Same" }, { firstName: "Same" }], { [`${path}.1.firstName`]: "Same" }),
  one(path, [{ firstName: "Sam", relationship: "self" }], { [`${path}.0.relationship`]: "self" }),
  one(path, { 0: { firstName: "A" } }, [path, "wrong-type"]),
  one(path, [["A"]], [`${path}.0`, "wrong-type"]),
];
