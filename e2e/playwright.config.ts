import { defineConfig } from "@playwright/test";
import { browserArgs } from "../src/tools/browserArgs.ts";

// No story runs past midnight, when events and days end. Workers, rooms and browsers inherit this.
process.env["TZ"] ??= zoneAtSeven(new Date());

const executablePath = process.env["CHROMIUM_PATH"];
/** Suites that do not depend on the screen size or set their own. */
const own = /e2e\/(proxy|look)\//;
/** Stories that do not depend on the screen size, or set their own; they run in one project. */
const onceIsEnough =
  /e2e\/(kiosk|visitors|setup|offline)\/|(bytes|layouts|longOutbox|saturday|tint|turned|typing)\.spec/;
/** Stories whose layout on a phone differs from the desk's. The others run on a phone only before a release. */
const phoneDiffers = /e2e\/form\/(agent|everyStep|field|focus|press|tooLong|whoAndWhere)\.spec/;
/** The same for a tablet. */
const tabletDiffers = /e2e\/form\/(agent|everyStep)\.spec/;
const isRelease = process.env["FOYER_RELEASE"] !== undefined;
const touch = { hasTouch: true, isMobile: true } as const;

/** `npm test` finds the browser and builds dist/ first. The fixture in foyer.ts starts the rooms. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 3,
  retries: 0,
  forbidOnly: isRelease,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    // Traces for all stories would take a third of the run. Use `--trace on` if you need one.
    trace: "off",
    // Only stories in offline/ test the service worker. Elsewhere it would hide requests from routes.
    serviceWorkers: "block",
    launchOptions: { args: [...browserArgs], ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: "proxy", testMatch: /e2e\/proxy\/.*\.spec/ },
    { name: "look", testMatch: /e2e\/look\/.*\.spec/ },
    {
      name: "phone",
      ...(!isRelease && { testMatch: phoneDiffers }),
      testIgnore: [own, onceIsEnough],
      use: { viewport: { width: 390, height: 844 }, ...touch },
    },
    {
      name: "tablet",
      ...(!isRelease && { testMatch: tabletDiffers }),
      testIgnore: [own, onceIsEnough],
      use: { viewport: { width: 820, height: 1180 }, ...touch },
    },
    { name: "desk", testIgnore: own, use: { viewport: { width: 1440, height: 900 } } },
  ],
});

/** A time zone where it is between seven and eight in the morning. Etc/GMT-3 is three hours ahead of UTC. */
function zoneAtSeven(now: Date): string {
  const ahead = 7 - now.getUTCHours();
  const hours = ahead < -12 ? ahead + 24 : ahead;
  return `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}
