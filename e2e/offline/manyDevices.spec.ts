import type { BrowserContext, Page, Route } from "@playwright/test";
import { atOpenHouse, expect, test, type Foyer } from "../foyer.ts";

// A lead that the killed proxy has marked and not sent is looked for during 12 minutes.
test.use({ proxyEnv: { FOYER_TIME_SCALE: "10" } });

const isRelease = process.env["FOYER_RELEASE"] !== undefined;
const [devices, leadsEach] = isRelease ? [50, 100] : [3, 3];
const atOnce = 5;

const works = (route: Route) => route.continue();
/** What a bad line does to the requests of one device, in turn. */
const line: readonly ((route: Route) => Promise<void>)[] = [
  (route) => route.abort(),
  async (route) => {
    await route.fetch();
    await route.abort();
  },
  works,
  (route) => route.fulfill({ status: 503, body: "" }),
  works,
  (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Please sign in to the Wi-Fi</h1>" }),
  works,
  // No answer, ever.
  () => Promise.resolve(),
  works,
];

async function save(page: Page, name: string): Promise<void> {
  await page.getByLabel("First name").fill(name);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`Saved on this computer: ${name}.`)).toBeVisible();
}

const stored = async (foyer: Foyer) =>
  (await foyer.leads())
    .map(({ received }) => String(received["firstName"]))
    .filter((name) => name.startsWith("Device "))
    .toSorted();

test(`${devices} devices with ${leadsEach} leads each, a bad line and a killed proxy: each lead is stored once`, async ({
  browser,
  baseURL,
  foyer,
}) => {
  test.setTimeout(isRelease ? 5_400_000 : 300_000);
  const contexts: BrowserContext[] = [];
  const fill = async (device: number) => {
    const context = await browser.newContext({ ...(baseURL && { baseURL }), serviceWorkers: "block" });
    contexts.push(context);
    const page = await context.newPage();
    await atOpenHouse(page);
    await page.goto("/s/open-house");
    await expect(page.getByRole("link", { name: /All in the sandbox|waiting/ })).toBeVisible();
    await context.setOffline(true);
    const own = Array.from({ length: leadsEach }, (_, at) => `Device ${device} ${String(at).padStart(3, "0")}`);
    for (const name of own) await save(page, name);
    return own;
  };
  const names: string[] = [];
  for (let first = 0; first < devices; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, devices - first) }, (_, at) => first + at);
    names.push(...(await Promise.all(some.map(fill))).flat());
  }
  for (const context of contexts) {
    let asked = 0;
    // Requests that are open at the end of the story fail.
    await context.route("**/api/leads", (route) => line[asked++ % line.length]?.(route).catch(() => undefined));
    await context.setOffline(false);
  }
  await expect.poll(async () => (await stored(foyer)).length, { timeout: 60_000 }).toBeGreaterThan(devices / 2);
  await foyer.restartProxy({ kill: true });
  await expect
    .poll(() => stored(foyer), { timeout: isRelease ? 3_000_000 : 200_000, intervals: [2_000] })
    .toEqual(names.toSorted());
  for (const context of contexts) await context.close();
});
