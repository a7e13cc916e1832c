import * as z from "zod/mini";
import { oneLine } from "./envelope.ts";

/** What a device says about itself: `POST /api/device`, every 30 s and when the number of unsent leads changes. */
export const deviceReportSchema = z.strictObject({
  kind: z.enum(["phone", "tablet", "computer"]),
  /** The station whose page was open last. */
  station: z.optional(oneLine(40)),
  /** The version of that station that the device has. */
  stationVersion: z.optional(oneLine(80)),
  /** The house of the leads taken there now (event.ts). */
  house: z.optional(oneLine(200)),
  /** When its app was built, ISO 8601. */
  build: oneLine(40),
  /** How many leads wait on the device. */
  unsent: z.int().check(z.minimum(0), z.maximum(100_000)),
});
export type DeviceReport = z.infer<typeof deviceReportSchema>;

/** A device as staff see it: `GET /api/devices` → `{devices, build, at}`. Times are ISO 8601. */
export interface DeviceView extends DeviceReport {
  readonly id: string;
  readonly number: number;
  readonly name?: string;
  readonly role: "staff" | "kiosk";
  readonly seenAt: string;
  readonly revokedAt?: string;
  /** When staff said that it is put away and takes no leads. Absent once it is heard from again. */
  readonly putAwayAt?: string;
  /** The device that asks. */
  readonly isThis?: boolean;
}

/** All devices, the last heard from first, and the build of the app that the proxy serves now. */
export interface DeviceList {
  readonly devices: readonly DeviceView[];
  readonly build: string;
  /** The proxy's time, ISO 8601: the clock of the device that asks may be wrong. */
  readonly at: string;
}

/** `POST /api/devices/:id`. */
export type DeviceAction =
  | { readonly action: "rename"; readonly name: string }
  | { readonly action: "revoke" | "allow" | "put-away" | "not-away" };
