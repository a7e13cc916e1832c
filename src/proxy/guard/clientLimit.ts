import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/**
 * Returns a function that counts a request and returns how long the client must wait, in ms; 0 when it may pass.
 * `perMinute` 0 means no limit.
 */
export function clientLimit(perMinute: number): (client: string) => Promise<number> {
  if (perMinute === 0) return async () => 0;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (client) => {
    try {
      await limiter.consume(client);
      return 0;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
      throw refused;
    }
  };
}
