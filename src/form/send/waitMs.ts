/** Between two tries to reach the proxy: a second, then twice as long each time, to half a minute. */
export const waitMs = (tries: number) => Math.min(30_000, 1000 * 2 ** tries);
