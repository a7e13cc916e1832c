import { defineConfig } from "@playwright/test";
import { browserArgs } from "../src/tools/browserArgs.ts";

const executablePath = process.env["CHROMIUM_PATH"];
/** Suites that need no size, or bring their own. */
const own = /e2e\/(proxy|look)\//;
/** What does not depend on the size of the screen. */
const onceIsEnough =
  /(settings|bytes|clocks|signedOut|withoutTls|kioskSession|typing|tint|turned|longOutbox|storedStation)\.spec/;
/** Where a tablet's layout differs from a phone's; the others meet a tablet in the release run. */
const tabletDiffers = /e2e\/(agent|everyStep|field|kiosk.*|outbox|stations|whoAndWhere)\.spec/;
const isRelease = process.env["FOYER_RELEASE"] !== undefined;
const touch = { hasTouch: true, isMobile: true } as const;

/** `npm test` finds the browser and builds dist/ before; the rooms are started by the stories' fixture (foyer.ts). */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: isRelease,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    // A trace of every story costs a third of the run; `--trace on` makes one where it is needed.
    trace: "off",
    launchOptions: { args: [...browserArgs], ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: "proxy", testMatch: /e2e\/proxy\/.*\.spec/ },
    { name: "look", testMatch: /e2e\/look\/.*\.spec/ },
    { name: "phone", testIgnore: [own, onceIsEnough], use: { viewport: { width: 390, height: 844 }, ...touch } },
    {
      name: "tablet",
      ...(!isRelease && { testMatch: tabletDiffers }),
      testIgnore: [own, onceIsEnough],
      use: { viewport: { width: 820, height: 1180 }, ...touch },
    },
    { name: "desk", testIgnore: own, use: { viewport: { width: 1440, height: 900 } } },
  ],
});
