/** A lead that arrives this long after it was saved on its device is marked with the time when it was saved. */
const lateMs = 60 * 60_000;

/** Returns true when a lead waited on its device for more than an hour. */
export const isLate = ({ capturedAt, acceptedAt }: { readonly capturedAt: number; readonly acceptedAt: number }) =>
  acceptedAt - capturedAt > lateMs;
