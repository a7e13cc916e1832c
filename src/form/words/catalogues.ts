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

/** Compiles the catalogues (words/*.json, ICU messages) at build time, so that no parser is sent to a client. */
export function catalogues(): Plugin {
  return {
    name: "foyer:catalogues",
    enforce: "pre",
    transform: {
      filter: { id: /\/form\/words\/[\w-]+\.json$/ },
      handler: (code) => ({
        code: `export default ${JSON.stringify(compiled(JSON.parse(code) as Messages))}`,
        moduleType: "js",
      }),
    },
  };
}
