/** Maximum lengths of an event's texts (lead/station/station.ts). */
export const eventLimits = { address: 120, hours: 60, host: 60 } as const;
