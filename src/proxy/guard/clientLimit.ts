import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How long a client must wait; 0 when its request may pass. Nobody is limited when `perMinute` is 0. */
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
