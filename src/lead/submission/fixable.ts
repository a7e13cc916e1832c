/** Whether staff can correct a parked submission. For other reasons, the CRM may already hold the lead. */
export const isFixable = (reason: string | null | undefined): boolean =>
  /^(crm-|http-|station-version-unknown$|needs-fix$|looks-like-spam$|blocked$|failed-alone$)/.test(reason ?? "");
