import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { catalogues } from "./src/form/words/catalogues.ts";

/** Builds the app into dist/. Tests: `vitest run`; the rooms' own suites stand beside their code. */
export default defineConfig({
  plugins: [react(), tailwindcss(), catalogues()],
  resolve: { alias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  build: { target: "es2022", modulePreload: { polyfill: false } },
  server: { host: "127.0.0.1" },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
