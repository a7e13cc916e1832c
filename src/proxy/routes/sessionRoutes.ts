import type { Hono } from "hono";
import * as z from "zod/mini";
import { addressOf } from "../guard/addressOf.ts";
import { fewAtOnce } from "../guard/fewAtOnce.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";
import type { FormLinks } from "../guard/formLinks.ts";
import { dropCopies } from "../http/dropCopies.ts";
import { problem, tooMany } from "../http/problem.ts";
import type { Pins } from "../guard/pins.ts";
import type { Sessions } from "../guard/sessions.ts";
import type { Stations } from "../store/stations.ts";
import { wrongTries } from "../guard/wrongTries.ts";

const station = z.string().check(z.maxLength(40));
/**
 * The passcode, for staff or for a kiosk session; or only a kiosk, when staff hand their device over to visitors; or the
 * kiosk's PIN, when staff take it back.
 */
const sessionBody = z.union([
  z.strictObject({ passcode: z.string().check(z.maxLength(200)), station: z.optional(station) }),
  z.strictObject({ passcode: z.optional(z.undefined()), station }),
]);
const pinBody = z.strictObject({ pin: z.string().check(z.maxLength(200)) });

/** The wait for those who come while many passcodes are checked, in ms. */
const busyMs = 2_000;

interface Parts {
  readonly sessions: Sessions;
  readonly stations: Stations;
  readonly links: FormLinks;
  readonly pins: Pins;
  readonly now: () => number;
  readonly trustedProxies: number;
}

/** Routes to sign in, as staff or as a kiosk, and to sign out. */
export function sessionRoutes(app: Hono<Asked>, { sessions, stations, links, pins, now, trustedProxies }: Parts) {
  const tries = wrongTries(now);
  // A check takes a processor for a tenth of a second. Guessers with many addresses must not keep staff's devices and
  // leads waiting.
  const checkStrangers = fewAtOnce(1, 10);
  const checkKnown = fewAtOnce(2, 16);
  app.post("/api/session", (c) =>
    withBody(c, sessionBody, async ({ passcode, station }) => {
      if (station !== undefined && stations.find(station)?.profile !== "kiosk")
        return problem(422, "station-wrong", "Not a kiosk station");
      const { role } = c.get("who");
      if (passcode === undefined) {
        if (role !== "staff") return problem(401, "not-signed-in", "Sign in first");
        if (!(await pins.isSet(station))) return problem(409, "pin-missing", "Set the kiosk's PIN first");
        return left(await sessions.handOver(station, c.req.header("cookie")));
      }
      const cookies = c.req.header("cookie");
      const device = sessions.device(cookies);
      // A guesser behind an address that staff share must not make staff wait.
      const guesser = device === undefined ? addressOf(c, trustedProxies) : `device ${device}`;
      const waitMs = tries.take(guesser);
      if (waitMs > 0 && !tries.takeSpare(guesser)) return tooMany(waitMs);
      const fresh = device === undefined ? sessions.newDevice() : undefined;
      const checked = await (fresh ? checkStrangers : checkKnown)(() =>
        sessions.open(passcode, station, cookies, device ?? fresh?.id),
      );
      if (!checked) return tooMany(busyMs);
      const cookie = checked.value;
      if (cookie === undefined)
        return waitMs > 0 ? tooMany(waitMs) : problem(401, "wrong-passcode", "That passcode isn't right");
      tries.right(guesser);
      return opened(cookie, ...(fresh ? [fresh.cookie] : []));
    }),
  );
  // The tablet is with visitors, and a PIN is short: all tries at a station count together.
  app.post("/api/session/pin", (c) =>
    withBody(c, pinBody, async ({ pin }) => {
      const cookies = c.req.header("cookie");
      const { who, session } = await sessions.seen(cookies);
      // A form link opens no session: its visitors have no kiosk to leave.
      if (who.role !== "kiosk" || session === undefined) return problem(401, "not-signed-in", "Sign in first");
      const key = `pin ${who.station}`;
      const waitMs = tries.take(key);
      if (waitMs > 0 && !tries.takeSpare(key)) return tooMany(waitMs);
      const checked = await checkKnown(async () =>
        (await pins.isRight(who.station, pin))
          ? sessions.handOver(undefined, cookies)
          : sessions.open(pin, undefined, cookies),
      );
      if (!checked) return tooMany(busyMs);
      const cookie = checked.value;
      if (cookie === undefined) return waitMs > 0 ? tooMany(waitMs) : problem(401, "wrong-pin", "That PIN isn't right");
      tries.right(key);
      return opened(cookie);
    }),
  );
  app.delete("/api/session", async (c) => {
    await sessions.close(c.req.header("cookie"));
    return left(...sessions.cleared);
  });
  // For a lost device or a leaked link: ends every other session and all links.
  app.delete("/api/sessions", staffOnly, async (c) => {
    await sessions.closeOthers(c.req.header("cookie"));
    await links.endAll();
    return c.body(null, 204);
  });
}

const opened = (...cookies: readonly string[]) =>
  new Response(null, { status: 204, headers: cookies.map((cookie): [string, string] => ["set-cookie", cookie]) });

/** The response when staff leave the device. */
const left = (...cookies: readonly string[]) => {
  const answer = opened(...cookies);
  for (const [name, value] of Object.entries(dropCopies)) answer.headers.set(name, value);
  return answer;
};
