import * as z from "zod/mini";
import { catalogues, stationSchema } from "./station.ts";

const { properties, ...schema } = z.toJSONSchema(stationSchema, { io: "input" });

/** What an editor needs to help with STATIONS_FILE: `npm run schema` keeps public/station.schema.json equal to it. */
export const stationJsonSchema = () => ({
  ...schema,
  // The contract holds all that Lofty knows; a station is refused for one without a catalogue.
  properties: { ...properties, languages: { ...Object(properties?.["languages"]), items: { enum: catalogues } } },
  title: "A station of Foyer",
});

if (import.meta.main) console.log(JSON.stringify(stationJsonSchema()));
