import { forget, keep, recall } from "../browser/device.ts";

const key = "kiosk";

/** Records that staff have given this device to the visitors of a kiosk. */
export const keepHandedOver = (station: string) => keep(key, station);

/** Whether visitors have this device. */
export const isHandedOver = (): boolean => recall(key) !== undefined;

/** Records that staff have the device again. */
export const forgetHandedOver = () => forget(key);

/** The address to which a device that was handed over returns from any other page. Undefined: it may stay. */
export function returnAddress(pathname: string): string | undefined {
  const station = recall<string>(key);
  const kiosk = station && `/kiosk/${encodeURIComponent(station)}`;
  return kiosk === pathname ? undefined : kiosk;
}
