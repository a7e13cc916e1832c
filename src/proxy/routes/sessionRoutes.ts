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
      const cookies = c.req.header("cookie");
      const device = sessions.device(cookies);
      // Whoever guesses behind an address that staff share must not make them wait.
      const guesser = device === undefined ? addressOf(c, trustedProxies) : `device ${device}`;
      const waitMs = tries.take(guesser);
      if (waitMs > 0 && !tries.takeSpare(guesser)) return tooMany(waitMs);
      const cookie = await sessions.open(passcode, station, cookies);
      if (cookie === undefined)
        return waitMs > 0 ? tooMany(waitMs) : problem(401, "wrong-passcode", "That passcode isn't right");
      tries.right(guesser);
      return opened(cookie, ...(device === undefined ? [sessions.newDevice()] : []));
    }),
  );
  app.delete("/api/session", async (c) => {
    await sessions.close(c.req.header("cookie"));
    return opened(...sessions.cleared);
  });
  // A device was lost, or a link got about: every other device signs in again, and new links are made.
  app.delete("/api/sessions", staffOnly, async (c) => {
    await sessions.closeOthers(c.req.header("cookie"));
    await links.endAll();
    return c.body(null, 204);
  });
}

const opened = (...cookies: readonly string[]) =>
  new Response(null, { status: 204, headers: cookies.map((cookie): [string, string] => ["set-cookie", cookie]) });
