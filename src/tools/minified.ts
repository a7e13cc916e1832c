import { build, type Plugin, type Rolldown } from "vite";

/**
 * `import text from "./boot.js?minified"` returns the script and its imports as one minified text, to be inlined into a
 * page.
 */
export const minified = (): Plugin => ({
  name: "foyer:minified",
  enforce: "pre",
  load: {
    filter: { id: /\.js\?minified$/ },
    async handler(id) {
      const entry = id.slice(0, -"?minified".length);
      const lib = { entry, formats: ["iife"] as const satisfies ["iife"], name: "boot" };
      const built = await build({
        configFile: false,
        logLevel: "error",
        build: { lib, write: false, target: "es2022", copyPublicDir: false },
      });
      const [{ output }] = built as [Rolldown.RolldownOutput];
      return `export default ${JSON.stringify(output[0].code.trim())}`;
    },
  },
});
