import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { BuildEnvironment } from "vite";
import { defineConfig } from "vitest/config";
import { compress } from "./src/tools/compress.ts";

import { chunks, fileOf } from "./src/form/build/chunks.ts";
import { catalogues } from "./src/form/build/catalogues.ts";
import { LongestFirst } from "./src/tools/longestFirst.ts";
import { minified } from "./src/tools/minified.ts";
import { fetchFirst, withImported } from "./src/form/build/fetchFirst.ts";
import { installable } from "./src/form/build/installable.ts";
import { stampBuild } from "./src/form/build/stampBuild.ts";

/** Builds the app into dist/. Tests: `vitest run`; the rooms' own suites stand beside their code. */
export default defineConfig(({ command }) => ({
  plugins: [react(), tailwindcss(), catalogues(), minified(), fetchFirst(), stampBuild(), ...installable(), compress()],
  resolve: {
    alias: [
      { find: "use-intl/format-message", replacement: "use-intl/format-message/format-only" },
      { find: "../createLucideIcon.mjs", replacement: `${import.meta.dirname}/src/form/createIcon.ts` },
    ],
  },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false, resolveDependencies: withImported },
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: chunks, chunkFileNames: fileOf } },
  },
  // `vite build` builds the app, then what renders its first screens for the proxy (src/form/render.tsx).
  builder: {
    async buildApp(builder) {
      for (const name of ["client", "ssr"]) await builder.build(builder.environments[name] as BuildEnvironment);
    },
  },
  environments: {
    ssr: {
      ...(command === "build" && {
        define: { "process.env.NODE_ENV": '"production"' },
        resolve: { noExternal: true as const },
      }),
      build: { outDir: "dist/server", copyPublicDir: false, rolldownOptions: { input: "src/form/render.tsx" } },
    },
  },
  server: { host: "127.0.0.1" },
  test: {
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/form/testing/noNetwork.ts"],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // The alias above must hold for what the form imports, too.
    server: { deps: { inline: ["use-intl"] } },
  },
}));
