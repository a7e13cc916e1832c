/** Runs of each property test: 2,000, before a release 20,000. */
export const runs = { numRuns: process.env["FOYER_RELEASE"] ? 20_000 : 2_000 };
