import type { Hono } from "hono";
import * as z from "zod/mini";
import { pinPattern } from "#lead/station/pin.ts";
import type { Pins } from "../guard/pins.ts";
import { problem } from "../http/problem.ts";
import type { Stations } from "../store/stations.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";

const pinBody = z.strictObject({ pin: z.string().check(z.regex(pinPattern)) });

/** Routes for the PIN of a kiosk station. It is never sent to anyone. */
export function pinRoutes(app: Hono<Asked>, { stations, pins }: { readonly stations: Stations; readonly pins: Pins }) {
  const isKiosk = (id: string) => stations.find(id)?.profile === "kiosk";
  const none = () => problem(404, "not-found", "No such kiosk");
  app.get("/api/stations/:id/pin", staffOnly, async (c) => {
    const id = c.req.param("id");
    return isKiosk(id) ? c.json({ isSet: await pins.isSet(id) }) : none();
  });
  app.put("/api/stations/:id/pin", staffOnly, (c) =>
    withBody(c, pinBody, async ({ pin }) => {
      const id = c.req.param("id");
      if (!isKiosk(id)) return none();
      await pins.set(id, pin);
      return c.body(null, 204);
    }),
  );
}
