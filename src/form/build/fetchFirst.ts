import type { Plugin } from "vite";

/**
 * What Vite calls around each `import()`, with the files that it needs. They are fetched first, because some browsers
 * (Chromium 150 is one, 156 is not) remember that an import failed for as long as the page is open. After the fetch the
 * import reads them from the browser's cache. A file that is not there after 60 s failed: on a bad line an answer may
 * never come.
 */
const helper = `
const fetched = new Set();
const fetchOnce = async (file) => {
  if (fetched.has(file)) return;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), 60_000);
  const answer = await fetch(new URL(file.replace(/^.*\\//, ""), import.meta.url), { signal: limit.signal });
  await answer.arrayBuffer();
  clearTimeout(timer);
  if (!answer.ok) throw new TypeError(file + ": " + answer.status);
  fetched.add(file);
};
export const __vitePreload = async (load, files = []) => {
  await Promise.all(files.map(fetchOnce));
  return load();
};`;

/** Fetches a script that is imported later before it is imported, so that a failed attempt can be repeated. */
export const fetchFirst = (): Plugin => ({
  name: "foyer:fetch-first",
  apply: "build",
  enforce: "pre",
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => helper,
  },
});

/** Adds the imported file itself to the files that the helper gets. There is one stylesheet, which the page has. */
export const withImported = (file: string, files: string[], { hostType }: { hostType: "html" | "js" }): string[] =>
  hostType === "js" ? [...new Set([file, ...files])] : files;
