import { expect, test } from "vitest";
import { beforeSignIn } from "#lead/station/beforeSignIn.ts";
import { fields } from "#lead/fields.ts";
import { parseStation } from "#lead/station/parseStation.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import { handlingStep, holds, stepsOf } from "./steps.ts";

// A kiosk accepts the lead at Sign in, so it may require only what it asks before.
test.each(readyStations)("$profile: a station may require exactly the fields that its form asks", (station) => {
  const isInTime = (path: string) => station.profile !== "kiosk" || beforeSignIn.includes(path);
  const steps = [...stepsOf(station), handlingStep(station)];
  for (const { path } of fields) {
    const isAsked = steps.some((step) => holds(step, path));
    expect([path, "station" in parseStation({ ...station, required: [path] })]).toEqual([
      path,
      isAsked && isInTime(path),
    ]);
  }
});

test("a web page has no step for own questions that are off", () => {
  const station = readyStations.find(({ profile }) => profile === "embed");
  const parsed = parseStation({ ...station, asks: { on: [], off: ["customAttributeList"] } });
  if ("issues" in parsed) throw new Error("not a station");
  expect(stepsOf(parsed.station).map(({ name }) => name)).not.toContain("attributes");
});
