import type { BrowserContext, Locator, Page } from "@playwright/test";
import { expect, test } from "../foyer.ts";
import { handOver, passcode, pin, typePasscode, unlock } from "../handedOver.ts";

/**
 * What a visitor may try at a tablet that was handed over. Each ends at the kiosk, in the one tab that was open, and the
 * session still has no right of staff's. The browser's own menus and keys are the tablet's kiosk mode to lock; here they
 * lead to nothing of staff's.
 */

test.use({ proxyEnv: { STAFF_PASSCODE: passcode }, serviceWorkers: "allow" });

const kiosk = "/kiosk/kiosk";
const start = (page: Page) => page.getByRole("button", { name: "Tap to sign in" });
const begin = async (page: Page) => {
  await start(page).click();
  await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
};
const open = async (page: Page, ...paths: readonly string[]) => {
  for (const path of paths) {
    await page.goto(path);
    await isHeld(page, path);
  }
};
const call = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(
    async ([how, where, data]) => {
      const headers = { "content-type": "application/json", "x-requested-with": "foyer" };
      const init = { method: how as string, headers, ...(data !== undefined && { body: JSON.stringify(data) }) };
      const answer = await fetch(where as string, init);
      return answer.status;
    },
    [method, path, body] as const,
  );

const staffReads = ["outbox", "outbox/export", "today", "open", "vocabulary", "recognition", "devices"];
const staffWrites: readonly (readonly [string, string, object?])[] = [
  ["PUT", "stations/kiosk", {}],
  ["PUT", "stations/kiosk/pin", { pin: "111111" }],
  ["DELETE", "stations/front-desk"],
  ["POST", "stations/kiosk/link", {}],
  ["POST", "duplicates", {}],
  ["POST", "outbox/x", { action: "send-again" }],
  ["DELETE", "sessions"],
];

/** The name of each attempt, and what is done. */
const attempts: Record<string, (page: Page, context: BrowserContext) => Promise<unknown>> = {
  "F5 in a visit": async (page) => (await begin(page), await page.reload()),
  "reload past the cache": async (page, context) => {
    const loaded = page.waitForEvent("load");
    await (await context.newCDPSession(page)).send("Page.reload", { ignoreCache: true });
    await loaded;
  },
  "staff's pages by address": (page) =>
    open(page, "/", "/outbox", "/today", "/settings", "/settings/kiosk", "/leads/x", "/devices", "/before-you-leave"),
  "paper, and a preview of a station": (page) => open(page, "/paper", "/paper/sheet", "/preview", "/preview?step=1"),
  "other stations by address": (page) =>
    open(page, "/s/front-desk", "/s/open-house", "/s/kiosk", "/embed/website", "/kiosk/other"),
  "addresses that look like the kiosk": (page) =>
    open(page, "/kiosk/kiosk/outbox", "/kiosk//outbox", "/kiosk/%6biosk/../../outbox", "/outbox?/kiosk/kiosk"),
  "another hash": async (page) => {
    await begin(page);
    for (const hash of ["/outbox", "!/settings", "step=handling"])
      await page.evaluate((next) => (location.hash = next), hash);
    await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
    await page.goto(kiosk);
  },
  "a script's address in the address line": async (page) => {
    const arrived = page.waitForEvent("load");
    await page.goto("javascript:location='/outbox'").catch(() => undefined);
    await arrived;
  },
  "Back, twenty times": async (page) => {
    // The page that the last attempt left may still go on to its own.
    await expect(() => page.goto("/outbox")).toPass();
    for (let times = 0; times < 20; times++) await page.evaluate(() => history.back()).catch(() => undefined);
    await page.goForward({ timeout: 3_000 }).catch(() => undefined);
    // The last of these may still be on its way.
    await expect(() => page.goto(kiosk)).toPass();
  },
  "Alt and arrow keys in a visit": async (page) => {
    await begin(page);
    for (const key of ["Alt+ArrowLeft", "Alt+ArrowRight", "Backspace", "Alt+Home"]) await page.keyboard.press(key);
    await page.goto(kiosk);
  },
  "a swipe from the edge": async (page) => {
    const style = await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorX);
    expect(style).toBe("none");
  },
  "pull to refresh": async (page) => {
    const style = await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY);
    expect(style).toBe("none");
  },
  "a long press": async (page) => {
    await begin(page);
    expect(await refuses(page, "contextmenu", "dragstart", "dragover", "drop")).toEqual([]);
    await page.goto(kiosk);
  },
  "selecting everything and copying it": async (page) => {
    await begin(page);
    await page.keyboard.press("Control+a");
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe("");
    await page.goto(kiosk);
  },
  Print: async (page) => {
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/outbox|settings|front desk/i);
    await page.emulateMedia({ media: null });
  },
  "the source of the page": async (page) => {
    const source = (await (await page.request.get(kiosk)).text()).replaceAll(/<script type="module".*?<\/script>/g, "");
    expect(source).not.toMatch(/presets|tagsAdd|"routing"|front-desk|open-house/);
  },
  "a middle click on everything": async (page) => {
    const ways: Parameters<Locator["click"]>[0][] = [
      { button: "middle" },
      { modifiers: ["Control"] },
      { modifiers: ["Shift"] },
    ];
    for (const how of ways) {
      const all = page.locator("button, a, input, label, h1, svg, img");
      const count = await all.count();
      for (let at = 0; at < Math.min(count, 12); at++)
        await all
          .nth(at)
          .click({ ...how, timeout: 1_000 })
          .catch(() => undefined);
      await page.goto(kiosk);
    }
  },
  "a link, a frame or a form that sends": async (page) => {
    const ways =
      "a[href], area[href], iframe, object, embed, form[action], [target], video[controls], input[type=file]";
    await expect(page.locator(ways)).toHaveCount(0);
    await begin(page);
    await expect(page.locator(ways)).toHaveCount(0);
    await page.getByLabel("First name").press("Enter");
    await page.goto(kiosk);
  },
  "the desk's keys": async (page) => {
    await begin(page);
    for (const key of ["Control+k", "Control+s", "Control+/", "Escape", "F11", "F1", "F12"])
      await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.goto(kiosk);
  },
  "Tab through the page": async (page) => {
    for (let times = 0; times < 40; times++) await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("a[href]") ?? null)).toBeNull();
  },
  "guessed PINs": async (page) => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess++)
      statuses.push(await call(page, "POST", "/api/session/pin", { pin: String(100000 + guess) }));
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
  },
  "guessed passcodes, and a session without one": async (page) => {
    for (const body of [{ passcode: "letmein" }, { passcode: "" }, { station: "front-desk" }, {}])
      expect(await call(page, "POST", "/api/session", body)).toBeGreaterThanOrEqual(400);
  },
  "staff's lists from this session": async (page) => {
    for (const path of staffReads) expect([path, await call(page, "GET", `/api/${path}`)]).toEqual([path, 403]);
  },
  "staff's changes from this session": async (page) => {
    for (const [method, path, body] of staffWrites)
      expect([path, await call(page, method, `/api/${path}`, body)]).toEqual([path, 403]);
  },
  "a second tab": async (page, context) => {
    const other = await context.newPage();
    await open(other, "/outbox", "/settings");
    await other.close();
    const opened = context.waitForEvent("page");
    await page.evaluate(() => void window.open("/today"));
    const popup = await opened;
    await isHeld(popup, "window.open");
    await popup.close();
  },
  "staff's pages without a network": async (page, context) => {
    expect(await staffsPages(page)).toEqual([]);
    await context.setOffline(true);
    await open(page, "/outbox", "/s/front-desk", "/settings/kiosk");
    await unlockOffline(page);
    await context.setOffline(false);
    await page.goto(kiosk);
  },
  "what staff had stored on this tablet": async (page) => {
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/presets|foyer:(vocabulary|who|event|draft|paper)/);
  },
};

/** The paths of staff's pages that the service worker has cached with their first screen. A page without it says nothing. */
const staffsPages = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url);
        const text = pathname.startsWith("/s/") ? await (await cache.match(request))?.text() : undefined;
        if (text?.includes('id="first"')) paths.push(pathname);
      }
    }
    return paths;
  });

/** Without a network no code opens the tablet, not even the right one. */
async function unlockOffline(page: Page): Promise<void> {
  await unlock(page, pin);
  await expect(page.getByText("This tablet goes on taking leads.")).toBeVisible();
  await page.getByRole("button", { name: "Back", exact: true }).click();
}

/** The events that the page leaves to the browser. */
const refuses = (page: Page, ...names: readonly string[]) =>
  page.evaluate(
    (all) =>
      all.filter((name) =>
        document.querySelector("h1")?.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true })),
      ),
    names,
  );

async function isHeld(page: Page, way: string): Promise<void> {
  await expect(start(page), way).toBeVisible();
  expect([way, new URL(page.url()).pathname]).toEqual([way, kiosk]);
}

test("no way out of a kiosk succeeds", async ({ page, context }) => {
  test.setTimeout(300_000);
  // Staff have used the tablet before: it may have stored something of theirs.
  await page.goto("/settings");
  await typePasscode(page);
  await expect(page.getByLabel("Staff passcode")).toHaveCount(0);
  await page.goto("/s/front-desk");
  await expect(page.getByLabel("First name")).toBeVisible();
  await expect.poll(() => staffsPages(page), { timeout: 60_000 }).toContain("/s/front-desk");
  await page.goto(kiosk);
  await handOver(page);
  expect(await staffsPages(page)).toEqual([]);
  const succeeded: string[] = [];
  for (const [name, attempt] of Object.entries(attempts))
    await test.step(name, async () => {
      await attempt(page, context);
      await isHeld(page, name);
      expect([name, context.pages().length]).toEqual([name, 1]);
      if ((await page.request.get("/api/outbox")).status() !== 403) succeeded.push(name);
    });
  expect(succeeded).toEqual([]);
  expect(Object.keys(attempts).length).toBeGreaterThanOrEqual(24);
});
