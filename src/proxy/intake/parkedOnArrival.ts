import type { Entry } from "../store/outbox.ts";

/** The reason for parking a lead whose station version is unknown. It is validated when staff correct it. */
export const versionUnknown = "station-version-unknown";
/** The reason for parking a sealed lead that the schema or its station refuses: its sender can no longer correct it. */
export const needsFix = "needs-fix";
/** The reason for parking a sealed lead that cannot be opened: its key is not here, or it is damaged. */
export const cannotOpen = "cannot-open";

/** Returns true for a parked lead that cannot be opened. */
export const isClosed = ({ status, reason }: Pick<Entry, "status" | "reason">): boolean =>
  status === "parked" && reason === cannotOpen;
