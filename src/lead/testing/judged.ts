import { judge } from "../station/judge.ts";
import { stationOf } from "./stationOf.ts";

export const now = () => new Date("2026-11-22T12:00:00Z");
export const desk = stationOf("desk");
export const kiosk = stationOf("kiosk");

const judged = (draft: object, station = desk) => judge({ firstName: "Ann", ...draft }, station, now);

/** Returns the lead that a draft of Ann becomes. Throws if the draft has issues. */
export const leadOf = (draft: object, station = desk) => {
  const verdict = judged(draft, station);
  if ("issues" in verdict) throw new Error(JSON.stringify(verdict.issues));
  return verdict.lead;
};

/** Returns the issues of a draft of Ann, each as `path code`. */
export const wrong = (draft: object, station = desk) => {
  const verdict = judged(draft, station);
  return "issues" in verdict ? verdict.issues.map(({ path, code }) => `${path} ${code}`) : [];
};
