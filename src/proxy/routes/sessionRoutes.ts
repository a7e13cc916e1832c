import type { Hono } from "hono";
import * as z from "zod/mini";
import { addressOf } from "../guard/addressOf.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";
import type { FormLinks } from "../guard/formLinks.ts";
import { problem, tooMany } from "../problem.ts";
import type { Sessions } from "../guard/sessions.ts";
import type { Stations } from "../store/stations.ts";
import { wrongTries } from "../guard/wrongTries.ts";

const station = z.string().check(z.maxLength(40));
/** The passcode, for staff or for a kiosk's session; or a kiosk alone: staff hand their device over to visitors. */
const sessionBody = z.union([
  z.strictObject({ passcode: z.string().check(z.maxLength(200)), station: z.optional(station) }),
  z.strictObject({ passcode: z.optional(z.undefined()), station }),
]);

interface Parts {
  readonly sessions: Sessions;
  readonly stations: Stations;
  readonly links: FormLinks;
  readonly now: () => number;
  readonly trustedProxies: number;
}

/** Signing in, as staff or as a kiosk, and out. */
export function sessionRoutes(app: Hono<Asked>, { sessions, stations, links, now, trustedProxies }: Parts) {
  const tries = wrongTries(now);
  app.post("/api/session", (c) =>
    withBody(c, sessionBody, async ({ passcode, station }) => {
      if (station !== undefined && stations.find(station)?.profile !== "kiosk")
        return problem(422, "station-wrong", "Not a kiosk station");
      const { role } = c.get("who");
      if (passcode === undefined)
        return role === "staff"
          ? opened(await sessions.handOver(station, c.req.header("cookie")))
          : problem(401, "not-signed-in", "Sign in first");
      const address = addressOf(c, trustedProxies);
      const waitMs = tries.take(address);
      if (waitMs > 0) return tooMany(waitMs);
      const cookie = await sessions.open(passcode, station, c.req.header("cookie"));
      if (cookie === undefined) return problem(401, "wrong-passcode", "That passcode isn't right");
      tries.right(address);
      return opened(cookie);
    }),
  );
  app.delete("/api/session", async (c) => {
    await sessions.close(c.req.header("cookie"));
    return new Response(null, { status: 204, headers: { "set-cookie": sessions.cleared } });
  });
  // A device was lost, or a link got about: every other device signs in again, and new links are made.
  app.delete("/api/sessions", staffOnly, async (c) => {
    await sessions.closeOthers(c.req.header("cookie"));
    await links.endAll();
    return c.body(null, 204);
  });
}

const opened = (cookie: string) => new Response(null, { status: 204, headers: { "set-cookie": cookie } });
