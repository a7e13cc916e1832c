import { defineConfig } from "@playwright/test";
import stories from "../playwright.config.ts";

/** `npm run screens`: pictures of every screen, for people to look at. Nothing is expected of them. */
export default defineConfig({
  ...stories,
  testDir: ".",
  outputDir: "../../test-results",
  projects: [{ name: "pictures", testMatch: "pictures.ts" }],
});
