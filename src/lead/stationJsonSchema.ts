import * as z from "zod/mini";
import { stationSchema } from "./station.ts";

/** What an editor needs to help with STATIONS_FILE: `npm run schema` keeps public/station.schema.json equal to it. */
export const stationJsonSchema = () => ({
  ...z.toJSONSchema(stationSchema, { io: "input" }),
  title: "A station of Foyer",
});

if (import.meta.main) console.log(JSON.stringify(stationJsonSchema()));
