import { gateway, type Refusal } from "./reply.ts";
import type { Settings } from "./switches.ts";
import type { Window, World } from "./world.ts";

export interface Counted {
  readonly headers: Record<string, string>;
  readonly refusal?: Refusal;
}

/**
 * Counts a request. Returns the X-RateLimit headers, and a refusal over the limit. Lofty sends no Retry-After (LOFTY.md
 * 2.3).
 */
export function rateLimit(world: World): Counted {
  const { settings, windows, scaled, now } = world;
  const minute = (windows.minute = next(windows.minute, now(), scaled(60_000)));
  const second = (windows.second = next(windows.second, now(), scaled(1000)));
  const isOver =
    minute.used > settings.ratePerMinute || (settings.ratePerSecond > 0 && second.used > settings.ratePerSecond);
  const headers: Record<string, string> =
    settings.limitHeaders === "never"
      ? {}
      : {
          "x-ratelimit-limit": String(settings.ratePerMinute),
          "x-ratelimit-remaining": String(Math.max(0, settings.ratePerMinute - minute.used)),
          "x-ratelimit-reset": String(resetIn(settings.limitReset, now(), minute.startedAt + scaled(60_000))),
        };
  const status = Number(settings.limitStatus);
  return isOver ? { headers, refusal: gateway(status, undefined, "Too Many Requests") } : { headers };
}

const next = (open: Window | undefined, at: number, lengthMs: number): Window =>
  open !== undefined && at < open.startedAt + lengthMs ? { ...open, used: open.used + 1 } : { startedAt: at, used: 1 };

function resetIn(unit: Settings["limitReset"], at: number, endsAt: number): number {
  const ms = Math.ceil(unit.startsWith("epoch") ? endsAt : endsAt - at);
  return unit.endsWith("-ms") ? ms : Math.ceil(ms / 1000);
}
