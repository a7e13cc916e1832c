import type { Plugin } from "vite";

/**
 * Writes the build time into dist/built.json and into the app. The proxy uses it to recognize impossible capture times,
 * and tells staff which devices have an older build.
 */
export const stampBuild = (at = new Date().toISOString()): Plugin => ({
  name: "stamp-build",
  applyToEnvironment: ({ name }) => name === "client",
  config: () => ({ define: { "import.meta.env.VITE_BUILT_AT": JSON.stringify(at) } }),
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "built.json", source: JSON.stringify({ at }) });
  },
});
