import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import { atOpenHouse, expect, test, type Foyer } from "../foyer.ts";
import { takenOver } from "../heldPage.ts";
import { walkToTheEnd } from "../visitor.ts";

/**
 * Faults in the browser and on the line while a lead is saved. Whatever happens, the lead reaches the CRM once and with
 * the name that was typed. Some run in CI, all before a release.
 */

const isRelease = process.env["FOYER_RELEASE"] !== undefined;
const api = "**/api/leads";

interface Scene {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cdp: CDPSession;
  readonly url: string;
}
interface Fault {
  readonly name: string;
  /** Before Save. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  /** After Save: ends the fault. */
  readonly after?: (scene: Scene) => Promise<unknown>;
  readonly inCi?: true;
  /** Not at a kiosk. */
  readonly staffOnly?: true;
}

const unroute = ({ context }: Scene) => context.unroute(api);
const answers =
  (status: number, headers = {}) =>
  async (scene: Scene) => {
    await scene.context.route(api, (route) =>
      route.fulfill({
        status,
        headers: { "content-type": "application/problem+json", ...headers },
        body: JSON.stringify({ type: "/problems/sample", status }),
      }),
    );
  };
const moveClock = ({ page }: Scene, days: number) => page.clock.setSystemTime(Date.now() + days * 86_400_000);
const reopen = async ({ page, context }: Scene) => {
  const next = await context.newPage();
  await next.goto(page.url());
  await page.close().catch(() => undefined);
};

const faults: readonly Fault[] = [
  {
    name: "offline",
    inCi: true,
    before: ({ context }) => context.setOffline(true),
    after: ({ context }) => context.setOffline(false),
  },
  {
    name: "the request is cut",
    before: ({ context }) => context.route(api, (r) => r.abort("connectionreset")),
    after: unroute,
  },
  {
    name: "the answer is lost",
    inCi: true,
    before: ({ context }) =>
      context.route(api, async (route) => {
        await route.fetch();
        // Fails if the route was removed meanwhile.
        await route.abort("connectionreset").catch(() => undefined);
      }),
    after: unroute,
  },
  {
    name: "a captive portal answers",
    inCi: true,
    before: ({ context }) =>
      context.route(api, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Wi-Fi</h1>" })),
    after: unroute,
  },
  {
    name: "a captive portal redirects",
    before: ({ context }) =>
      context.route(api, (route) => route.fulfill({ status: 302, headers: { location: "/portal" } })),
    after: unroute,
  },
  {
    name: "the line is slow",
    before: ({ context }) =>
      context.route(api, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 8_000));
        await route.continue().catch(() => undefined);
      }),
    after: unroute,
  },
  { name: "429", before: answers(429, { "retry-after": "3" }), after: unroute },
  { name: "500", before: answers(500), after: unroute },
  { name: "503", before: answers(503, { "retry-after": "2" }), after: unroute },
  {
    name: "413, and the page is opened again",
    before: answers(413),
    after: async (scene) => (await unroute(scene), await reopen(scene)),
  },
  {
    name: "the renderer crashes",
    inCi: true,
    before: ({ context }) => context.route(api, (route) => route.abort()),
    after: async (scene) => {
      void scene.cdp.send("Page.crash").catch(() => undefined);
      await scene.page.waitForEvent("crash");
      await reopen(scene);
      await unroute(scene);
    },
  },
  {
    name: "a reload while the request is on its way",
    inCi: true,
    before: ({ context }) =>
      context.route(api, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        await route.continue().catch(() => undefined);
      }),
    after: async (scene) => {
      await scene.page.reload();
      await unroute(scene);
    },
  },
  {
    name: "IndexedDB refuses to open",
    inCi: true,
    before: ({ page }) =>
      page.evaluate(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("refused", "UnknownError");
        };
      }),
  },
  {
    name: "the quota is used up",
    before: async ({ cdp, url }) => cdp.send("Storage.overrideQuotaForOrigin", { origin: url, quotaSize: 1 }),
    after: async ({ cdp, url }) => cdp.send("Storage.overrideQuotaForOrigin", { origin: url }),
  },
  {
    name: "the database is deleted while the lead waits",
    before: ({ context }) => context.setOffline(true),
    after: async ({ page, context }) => {
      await page.evaluate(() => void indexedDB.deleteDatabase("foyer-saved"));
      await context.setOffline(false);
    },
  },
  {
    name: "all storage is wiped while the lead waits",
    inCi: true,
    before: ({ context }) => context.setOffline(true),
    after: async ({ cdp, url, context }) => {
      await cdp.send("Storage.clearDataForOrigin", {
        origin: url,
        storageTypes: "indexeddb,local_storage,service_workers",
      });
      await context.setOffline(false);
    },
  },
  ...[-1, 1].flatMap((days): Fault[] => [
    {
      name: `the clock moves ${days} day`,
      // A kiosk takes it for sleep and forgets the visitor.
      staffOnly: true,
      before: async (scene) => (await scene.context.setOffline(true), await moveClock(scene, days)),
      after: ({ context }) => context.setOffline(false),
    },
    {
      name: `waiting, clock ${days} day`,
      before: ({ context }) => context.setOffline(true),
      after: async (scene) => (await moveClock(scene, days), await scene.context.setOffline(false)),
    },
  ]),
  {
    name: "the browser says that it is offline, and is not",
    before: ({ page }) =>
      page.evaluate(() => Object.defineProperty(navigator, "onLine", { get: () => false, configurable: true })),
  },
  {
    name: "a frozen page holds the sender",
    inCi: true,
    staffOnly: true,
    before: ({ context }) => context.route(api, () => undefined),
    after: async ({ cdp, context, page }) => {
      await cdp.send("Page.setWebLifecycleState", { state: "frozen" });
      await context.unroute(api);
      const other = await context.newPage();
      await other.goto(page.url());
    },
  },
];

const name = (fault: string) => `Fault ${fault.replaceAll(/[^a-z0-9 -]/gi, "")}`.slice(0, 30).trim();

async function sentOnce(foyer: Foyer, typed: string): Promise<void> {
  const sent = async () => (await foyer.leads()).filter(({ received }) => received["firstName"] === typed).length;
  await expect.poll(sent, { timeout: 75_000 }).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await sent()).toBe(1);
}

for (const fault of faults) {
  if (!isRelease && !fault.inCi) continue;

  test(`agent: ${fault.name}: the lead is sent once`, async ({ page, context, foyer }) => {
    test.slow();
    const scene = { page, context, cdp: await context.newCDPSession(page), url: foyer.url };
    await atOpenHouse(page);
    await page.goto("/s/open-house");
    await takenOver(page);
    await page.getByLabel("First name").pressSequentially(name(fault.name));
    await fault.before?.(scene);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByLabel("First name")).toHaveValue("");
    // Undo is over: an attempt has begun.
    await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
    await page.waitForTimeout(500);
    await fault.after?.(scene);
    await sentOnce(foyer, name(fault.name));
  });

  if (fault.staffOnly || !isRelease) continue;
  test(`kiosk: ${fault.name}: the lead is sent once`, async ({ page, context, foyer }) => {
    test.slow();
    const scene = { page, context, cdp: await context.newCDPSession(page), url: foyer.url };
    await page.goto("/kiosk/kiosk");
    await page.getByRole("button", { name: "Tap to sign in" }).click();
    const typed = name(`kiosk ${fault.name}`);
    await page.getByLabel("First name").pressSequentially(typed);
    await page.getByLabel("Phone").first().pressSequentially("4155550188");
    await fault.before?.(scene);
    await walkToTheEnd(page);
    await page.waitForTimeout(500);
    await fault.after?.(scene);
    await sentOnce(foyer, typed);
  });
}
