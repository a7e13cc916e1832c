/** Returns a time (ms since 1970) as staff read it in a note of the CRM: `2026-11-29 16:03 UTC`. */
export const utcMinute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
