import compile from "icu-minify/compile";
import type { Plugin } from "vite";
import type { Field } from "#lead/field.ts";
import { keyOf, topics } from "#lead/questions.ts";

type Messages = { readonly [key: string]: string | Messages };

const compiled = (messages: Messages): object =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      typeof message === "string" ? compile(message) : compiled(message),
    ]),
  );

const questions: readonly Field[] = Object.values(topics).flat();
/** The questions of the contact step, what a desk decides beside them, and what an agent asks at once. */
const firstQuestions = new Set(
  [...topics.contact, ...topics.handling, ...questions.filter(({ ask }) => ask?.agent === "first")].map(
    ({ path }): string => keyOf(path),
  ),
);
/** What else is said before the first question can be answered. Everything else arrives after it (messages.ts). */
const firstScreen = new Set([
  "steps",
  "step",
  ...["left", "over", "limit"].map((name) => `count.${name}`),
  ...["back", "continue", "moreQuestions", "save", "sendNow", "send", "finish", "backToReview", "tryAgain"].map(
    (name) => `actions.${name}`,
  ),
  ...["reach", "about", "consent"].map((name) => `sections.${name}`),
  "field.optional",
  "field.row",
  "field.leftEmpty",
  "field.alwaysAdded",
  "app",
]);
const isFirst = (space: string, name: string) =>
  space === "fields" || space === "visitorFields"
    ? firstQuestions.has(name)
    : firstScreen.has(space) || firstScreen.has(`${space}.${name}`);

/** The part of a catalogue that a query asks for: `en.json?first`, `en.json?rest`, or all of it. */
function part(messages: Messages, query: string): Messages {
  if (query === "") return messages;
  const wanted = query === "?first";
  const spaces = Object.entries(messages).map(([space, words]) => [
    space,
    Object.fromEntries(Object.entries(words).filter(([name]) => isFirst(space, name) === wanted)),
  ]);
  // A space with nothing to say at first is left out of the first part; the rest names them all (messages.ts).
  return Object.fromEntries(
    spaces.filter(([, words]) => !wanted || Object.keys(words as object).length > 0),
  ) as Messages;
}

/** Compiles the catalogues (words/*.json, ICU messages) at build time, so that no parser is sent to a client. */
export function catalogues(): Plugin {
  return {
    name: "foyer:catalogues",
    enforce: "pre",
    transform: {
      filter: { id: /\/form\/words\/[\w-]+\.json(\?\w+)?$/ },
      handler: (code, id) => ({
        code: `export default ${JSON.stringify(compiled(part(JSON.parse(code) as Messages, /\?\w+$/.exec(id)?.[0] ?? "")))}`,
        moduleType: "js",
      }),
    },
  };
}
