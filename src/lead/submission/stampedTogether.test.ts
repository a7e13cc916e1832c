import { expect, test } from "vitest";
import { stamp } from "./stamp.ts";
import { stationOf } from "../testing/stationOf.ts";

/** Presets and answers that Lofty reads together. */
test.each([
  [
    "a routing that staff chose: no preset agent",
    { assignedUserId: "12" },
    { assignGroupId: "42" },
    { assignGroupId: "42" },
  ],
  ["no routing: the preset agent", { assignedUserId: "12" }, {}, { assignedUserId: "12" }],
  [
    "an agent that staff chose",
    { assignedUserId: "12" },
    { assignedUserId: "13", assignGroupId: "42" },
    { assignedUserId: "13", assignGroupId: "42" },
  ],
  [
    "another scope: not the id of the preset one",
    { ownershipScope: "OFFICE", ownershipId: "7" },
    { ownershipScope: "TEAM" },
    { ownershipScope: "TEAM" },
  ],
  [
    "the same scope: the preset id",
    { ownershipScope: "OFFICE", ownershipId: "7" },
    {},
    { ownershipScope: "OFFICE", ownershipId: "7" },
  ],
  [
    "groups go out as segments, if there are any",
    { groups: ["A", "B"] },
    { segments: ["B"] },
    { segments: ["B", "A"] },
  ],
  ["segments go out as groups, if there are any", { segments: ["A"] }, { groups: ["B"] }, { groups: ["B", "A"] }],
  ["both as presets: segments", { groups: ["A"], segments: ["B"] }, {}, { segments: ["B", "A"] }],
  [
    "both as answers: unchanged",
    { groups: ["C"] },
    { groups: ["A"], segments: ["B"] },
    { groups: ["A", "C"], segments: ["B"] },
  ],
  ["groups alone", { groups: ["A"] }, {}, { groups: ["A"] }],
])("%s", (_, presets, answers, sent) => {
  const ann = { firstName: "Ann" };
  expect(stamp({ ...ann, ...answers }, stationOf("desk", { presets }))).toEqual({ ...ann, ...sent });
});
