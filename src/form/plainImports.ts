import type { Plugin } from "vite";

/**
 * Vite wraps each `import()` in a helper that first loads the stylesheets and preloads of its chunk. Here one stylesheet
 * serves all (`cssCodeSplit: false`) and nothing is preloaded, so the helper would only be bytes before the first key.
 */
export const plainImports = (): Plugin => ({
  name: "foyer:plain-imports",
  apply: "build",
  enforce: "pre",
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => "export const __vitePreload = (load) => load();",
  },
});
