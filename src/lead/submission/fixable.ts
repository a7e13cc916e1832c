/** Whether a lead was not validated on arrival. It is when staff correct it, and then gets its station's values. */
export const isUnjudged = (reason: string | null | undefined): boolean =>
  reason === "station-version-unknown" || reason === "needs-fix";

/** Whether staff can correct a parked submission. For other reasons, the CRM may already hold the lead. */
export const isFixable = (reason: string | null | undefined): boolean =>
  /^(crm-|http-|station-version-unknown$|needs-fix$|looks-like-spam$|blocked$|failed-alone$)/.test(reason ?? "");
