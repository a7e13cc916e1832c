import type { Hono } from "hono";
import * as z from "zod/mini";
import { deviceReportSchema, type DeviceList, type DeviceView } from "#lead/submission/deviceReport.ts";
import { oneLine } from "#lead/submission/envelope.ts";
import type { Sessions } from "../guard/sessions.ts";
import { dropCopies } from "../http/dropCopies.ts";
import { problem } from "../http/problem.ts";
import type { Device, Devices } from "../store/devices.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";

export interface DeviceParts {
  readonly devices: Devices;
  readonly sessions: Sessions;
  readonly now: () => number;
  /** When the app that we serve was built, ISO 8601. */
  readonly build: string;
  readonly config: { readonly signIn: boolean };
}

const action = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("rename"), name: oneLine(60) }),
  z.strictObject({ action: z.literal("revoke") }),
  z.strictObject({ action: z.enum(["allow", "put-away", "not-away"]) }),
]);

/** Routes for the devices that take leads: what each says about itself, and what staff do about one of them. */
export function deviceRoutes(app: Hono<Asked>, { devices, sessions, now, build, config }: DeviceParts) {
  app.post("/api/device", (c) =>
    withBody(c, deviceReportSchema, async (report) => {
      const { role } = c.get("who");
      const cookies = c.req.header("cookie");
      if (c.get("isRevoked")) {
        // Staff want to know what it still holds.
        const { id = "" } = await sessions.deviceFor(cookies);
        await devices.reportRevoked(id, report.unsent, now());
        return problem(401, "device-revoked", "Staff must sign in on this device again", {}, dropCopies);
      }
      if (role === "stranger") return problem(401, "not-signed-in", "Sign in first");
      const { id, cookie } = await sessions.deviceFor(cookies);
      // A visitor's own phone is no device of the office.
      if (id === undefined) return c.body(null, 204);
      await devices.report(id, role, report, now());
      if (cookie !== undefined) c.header("set-cookie", cookie);
      return c.body(null, 204);
    }),
  );
  app.get("/api/devices", staffOnly, async (c) => {
    const { id } = await sessions.deviceFor(c.req.header("cookie"));
    const all = await devices.all();
    return c.json({ devices: all.map((device) => viewOf(device, id)), build, at: isoOf(now()) } satisfies DeviceList);
  });
  app.post("/api/devices/:id", staffOnly, (c) =>
    withBody(c, action, async (todo) => {
      const id = c.req.param("id");
      const own = await sessions.deviceFor(c.req.header("cookie"));
      // Without a passcode, nobody could sign in there again.
      if (todo.action === "revoke" && (!config.signIn || own.id === id))
        return problem(409, "cannot-revoke", "This device stays");
      const isKnown = await {
        rename: () => devices.rename(id, "name" in todo ? todo.name : ""),
        revoke: () => devices.revoke(id, now()),
        allow: () => devices.allow(id),
        "put-away": () => devices.putAway(id, now()),
        "not-away": () => devices.putAway(id, null),
      }[todo.action]();
      return isKnown ? c.body(null, 204) : problem(404, "not-found", "No such device");
    }),
  );
}

const isoOf = (at: number) => new Date(at).toISOString();

const viewOf = ({ name, seenAt, revokedAt, putAwayAt, ...device }: Device, own: string | undefined): DeviceView => ({
  ...device,
  ...(name === null ? {} : { name }),
  seenAt: isoOf(seenAt),
  ...(revokedAt === null ? {} : { revokedAt: isoOf(revokedAt) }),
  ...(putAwayAt === null ? {} : { putAwayAt: isoOf(putAwayAt) }),
  ...(device.id === own ? { isThis: true } : {}),
});
