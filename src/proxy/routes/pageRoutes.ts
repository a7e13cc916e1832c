import type { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { etag } from "hono/etag";
import { encodingFor } from "../http/files.ts";
import { wantedLanguages } from "../http/wantedLanguages.ts";
import { isForeignFrame, parentOf } from "../guard/frames.ts";
import type { Sessions } from "../guard/sessions.ts";
import { refusedInline } from "../pages/refusedFrame.ts";
import type { stationPages } from "../pages/stationPage.ts";
import type { Events } from "../store/events.ts";
import { linkedEvent } from "../intake/linkedEvent.ts";
import type { Stations } from "../store/stations.ts";
import type { Asked } from "./asked.ts";

interface Parts {
  readonly pages: ReturnType<typeof stationPages>;
  /** Returns the page for a frame in a page that is not allowed. `parent`: that page's origin. */
  readonly refusedFrame: (parent: string | undefined, wanted: readonly string[]) => string | undefined;
  readonly stations: Stations;
  readonly sessions: Sessions;
  readonly events: Events;
}

/** Written by the settings of staff's devices (form/browser/settings.ts). */
const languageCookie = "foyer-language";

/**
 * Serves stations' pages with their first screen, and words to a frame whose page is not allowed. Browsers revalidate
 * visitors' pages by ETag and do not store staff's pages.
 */
export function pageRoutes(app: Hono<Asked>, { pages, refusedFrame, stations, sessions, events }: Parts) {
  app.get("/embed/*", async (c, next) => {
    if (!isForeignFrame(c.req.raw, c.req.path, stations)) return next();
    const wanted = wantedLanguages(c.req.header("accept-language"));
    const words = refusedFrame(parentOf(c.req.raw.headers), wanted);
    if (words === undefined) return next();
    c.set("framedByAny", true);
    c.set("inline", refusedInline);
    return c.html(words, 403);
  });
  for (const path of ["/s/:id", "/s/:id/:step", "/kiosk/:id", "/embed/:id"])
    app.get(path, etag(), async (c, next) => {
      // While the store fails, the page has no first screen and loads its data by requests.
      const seen = await sessions.seen(c.req.header("cookie")).catch(() => undefined);
      const browser = wantedLanguages(c.req.header("accept-language"));
      const wanted = { browser, setting: getCookie(c, languageCookie) };
      // A form link that was once opened on a kiosk's tablet says nothing about the kiosk's event.
      const who = path === "/embed/:id" ? seen?.who : undefined;
      const event = who && (await linkedEvent(events, who, c.req.param("id") ?? "").catch(() => undefined));
      const page = seen && pages(c.req.path, seen.who, wanted, event);
      if (!page) return next();
      const encoding = encodingFor(c, ["br", "gzip"]);
      c.set("inline", page.inline);
      return new Response(encoding ? page.bodies[encoding] : page.html, {
        headers: {
          "content-type": "text/html; charset=utf-8",
          "cache-control": page.isStaffs ? "private, no-store" : "no-cache",
          vary: "accept-encoding, accept-language, cookie",
          etag: `"${page.etag}${encoding ? `.${encoding}` : ""}"`,
          ...(encoding && { "content-encoding": encoding }),
          ...(seen.renewed !== undefined && { "set-cookie": seen.renewed }),
        },
      });
    });
}
