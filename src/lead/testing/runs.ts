/** How often a property is tried: 2,000 times, before a release 20,000. */
export const runs = { numRuns: process.env["FOYER_RELEASE"] ? 20_000 : 2_000 };
