import compile from "icu-minify/compile";
import type { Plugin } from "vite";

type Messages = { readonly [key: string]: string | Messages };

const compiled = (messages: Messages): object =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === "string" ? compile(message) : compiled(message),
    ]),
  );

/** Compiles the catalogues (words/visitors and words/staff, ICU messages) at build time, so that clients need no parser. */
export function catalogues(): Plugin {
  return {
    name: "foyer:catalogues",
    enforce: "pre",
    transform: {
      filter: { id: /\/form\/words\/(visitors|staff)\/[\w-]+\.json$/ },
      handler: (code) => ({
        code: `export default ${JSON.stringify(compiled(JSON.parse(code) as Messages))}`,
        moduleType: "js",
      }),
    },
  };
}
