/** Whether staff can correct a parked submission. Of the others the CRM may hold what was sent. */
export const isFixable = (reason: string | null | undefined): boolean =>
  /^(crm-|http-|station-version-unknown$)/.test(reason ?? "");
