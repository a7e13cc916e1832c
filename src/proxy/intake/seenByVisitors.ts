import { forVisitors } from "#lead/station/forVisitors.ts";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Station } from "#lead/station/station.ts";
import { visitorsForm } from "#lead/station/visitorsForm.ts";

/**
 * Returns a station as visitors see it, with the version for validating its leads. `isForm`: opened by a form link. A
 * kiosk gets the key `sealTo` for its queue.
 */
export const seenByVisitors = (station: Station, version: string, isForm: boolean, sealTo: () => SealingKey) =>
  isForm
    ? { ...forVisitors(visitorsForm(station)), version: `${version}-form` }
    : { ...forVisitors(station), version, ...keyFor(station, sealTo) };

/** Only a kiosk keeps visitors' leads on a device that visitors hold. */
export const keyFor = ({ profile }: Station, sealTo: () => SealingKey) =>
  profile === "kiosk" ? { sealTo: sealTo() } : {};
