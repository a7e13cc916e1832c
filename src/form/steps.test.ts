import { expect, test } from "vitest";
import { fields } from "#lead/fields.ts";
import { parseStation } from "#lead/parseStation.ts";
import { readyStations } from "#lead/readyStations.ts";
import { handlingStep, holds, stepsOf } from "./steps.ts";

test.each(readyStations)("$profile: a station may require exactly what its form asks", (station) => {
  const steps = [...stepsOf(station), handlingStep(station)];
  for (const { path } of fields) {
    const isAsked = steps.some((step) => holds(step, path));
    expect([path, "station" in parseStation({ ...station, required: [path] })]).toEqual([path, isAsked]);
  }
});
