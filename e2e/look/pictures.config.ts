import { defineConfig } from "@playwright/test";
import stories from "../playwright.config.ts";

/** `npm run screens`: takes pictures of every screen for people to look at. Checks nothing. */
export default defineConfig({
  ...stories,
  testDir: ".",
  outputDir: "../../test-results",
  projects: [{ name: "pictures", testMatch: "pictures.ts" }],
});
