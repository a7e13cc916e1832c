/** How long the texts of an event may be (lead/station.ts). */
export const eventLimits = { address: 120, hours: 60, host: 60 } as const;
