import type { Hono } from "hono";
import * as z from "zod/mini";
import { withBody, type Asked } from "../asked.ts";
import { problem } from "../problem.ts";
import type { Sessions } from "../sessions.ts";
import type { Stations } from "../store/stations.ts";

const passcodeBody = z.strictObject({
  passcode: z.string().check(z.maxLength(200)),
  station: z.optional(z.string().check(z.maxLength(40))),
});

/** Signing in, as staff or as a kiosk, and out. */
export function sessionRoutes(app: Hono<Asked>, { sessions, stations }: { sessions: Sessions; stations: Stations }) {
  app.post("/api/session", (c) =>
    withBody(c, passcodeBody, async ({ passcode, station }) => {
      if (station !== undefined && stations.find(station)?.profile !== "kiosk")
        return problem(422, "station-wrong", "Not a kiosk station");
      const cookie = await sessions.open(passcode, station);
      return cookie === undefined
        ? problem(401, "wrong-passcode", "That passcode isn't right")
        : new Response(null, { status: 204, headers: { "set-cookie": cookie } });
    }),
  );
  app.delete("/api/session", async (c) => {
    await sessions.close(c.req.header("cookie"));
    return new Response(null, { status: 204, headers: { "set-cookie": sessions.cleared } });
  });
}
