import type { FormStation } from "../../../station/useStation.ts";

/** The sections of the setup page in which a station is changed, with the keys of the station that each one changes. */
export const sectionKeys = {
  basics: ["name", "profile", "temperatures", "drafts", "updateKnownPeople", "whenUnrecognized", "referenceAttribute"],
  event: ["event"],
  listing: ["listing"],
  questions: ["asks", "required", "needsContact"],
  attributes: ["attributes"],
  presets: ["presets"],
  look: ["brand", "drawing"],
  consent: ["consent"],
  agency: ["acknowledgement"],
  languages: ["languages"],
  kiosk: ["idleSeconds"],
  embed: ["frameParents"],
} as const satisfies Readonly<Record<string, readonly (keyof FormStation)[]>>;

export type SectionName = keyof typeof sectionKeys;

const names = Object.keys(sectionKeys) as readonly SectionName[];

/** The section that changes a path of the station, such as `brand.colour`. */
export function sectionOf(path: string): SectionName | undefined {
  const [key] = path.split(".");
  return names.find((name) => (sectionKeys[name] as readonly string[]).includes(key ?? ""));
}
