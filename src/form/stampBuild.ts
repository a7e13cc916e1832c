import type { Plugin } from "vite";

/** Writes the time of the build into dist/built.json: the proxy knows by it which times cannot be. */
export const stampBuild = (): Plugin => ({
  name: "stamp-build",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "built.json", source: JSON.stringify({ at: new Date().toISOString() }) });
  },
});
