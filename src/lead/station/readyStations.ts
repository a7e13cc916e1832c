import type { Language } from "../languages.ts";
import { readyAttributes as attributes } from "./readyAttributes.ts";
import type { Station } from "./station.ts";
import { stationSchema } from "./station.ts";

/** The form starts in the first one. */
const languages: readonly Language[] = ["en", "es", "fr", "de", "zh-CN", "zh-TW", "ja"];
const brand = { name: "Fieldgate Realty" };
const sources = { openHouse: "Open House", desk: "Walk-in", website: "Website" };
/** Both have real effects in Lofty and no documented default, so every lead sets them (LOFTY.md 3.1). */
const quiet = { welcomeEmail: false, leadAlert: true };

/**
 * The stations of a first start, one for each profile. Sample data, to be replaced by STATIONS_FILE or in the settings.
 */
export const readyStations: readonly Station[] = [
  {
    id: "open-house",
    profile: "agent",
    name: "Open house",
    presets: { source: sources.openHouse, tagsAdd: ["Open house {address}"], ...quiet },
  },
  { id: "front-desk", profile: "desk", name: "Front desk, main office", presets: { source: sources.desk, ...quiet } },
  {
    id: "kiosk",
    profile: "kiosk",
    name: "Welcome tablet",
    presets: {
      source: sources.openHouse,
      tagsAdd: ["Open house {address}"],
      content: "Signed in at {address}, {date}.",
      ...quiet,
    },
  },
  { id: "website", profile: "embed", name: "Website form", presets: { source: sources.website, ...quiet } },
].map((station) => stationSchema.parse({ brand, attributes, languages, ...station }));
