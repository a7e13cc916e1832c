import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compress } from "./src/tools/compress.ts";
import { chunks, preloads } from "./src/form/chunks.ts";
import { catalogues } from "./src/form/words/catalogues.ts";
import { plainImports } from "./src/form/plainImports.ts";
import { stampBuild } from "./src/form/stampBuild.ts";

/** Builds the app into dist/. Tests: `vitest run`; the rooms' own suites stand beside their code. */
export default defineConfig({
  plugins: [react(), tailwindcss(), catalogues(), plainImports(), preloads(), stampBuild(), compress()],
  resolve: {
    alias: [
      { find: "use-intl/format-message", replacement: "use-intl/format-message/format-only" },
      { find: "../createLucideIcon.mjs", replacement: `${import.meta.dirname}/src/form/createIcon.ts` },
    ],
  },
  build: {
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
  server: { host: "127.0.0.1" },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/form/testing/noNetwork.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // The alias above must hold for what the form imports, too.
    server: { deps: { inline: ["use-intl"] } },
  },
});
