import { expect, test } from "vitest";
import { judge } from "./judge.ts";
import { readyStations } from "./readyStations.ts";
import { visitorsForm } from "./visitorsForm.ts";

test.each(["open-house", "front-desk"])("%s: a form link does not require fields that only staff may set", (wanted) => {
  const station = readyStations.find(({ id }) => id === wanted);
  if (!station) throw new Error("no such station");
  const form = visitorsForm({ ...station, required: ["stage", "lastName", "referredBy"] });
  const ann = { firstName: "Ann", phones: ["(415) 555-0134"] };
  expect(judge(ann, form)).toEqual({ issues: [{ path: "lastName", code: "required" }] });
  expect(judge({ ...ann, lastName: "Sample" }, form)).toHaveProperty("lead");
});
