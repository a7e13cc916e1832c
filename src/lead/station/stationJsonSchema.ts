import * as z from "zod/mini";
import { stationSchema } from "./station.ts";

/**
 * The JSON schema with which an editor checks STATIONS_FILE. `npm run schema` writes it to public/station.schema.json.
 */
export const stationJsonSchema = () => ({
  ...z.toJSONSchema(stationSchema, { io: "input" }),
  title: "A station of Foyer",
});

if (import.meta.main) console.log(JSON.stringify(stationJsonSchema()));
