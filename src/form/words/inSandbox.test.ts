import { createTranslator } from "use-intl";
import { expect, test } from "vitest";
import { everyCatalogue } from "./everyCatalogue.ts";
import { inSandbox, sections } from "./inSandbox.ts";

/** Catalogues are compiled in tests too: an array is a text with its arguments. */
type Texts = { readonly [key: string]: string | readonly unknown[] | Texts };

const textsIn = (texts: Texts, at = ""): readonly (readonly [key: string, text: string])[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" || Array.isArray(text)
      ? [[at + key, JSON.stringify(text)] as const]
      : textsIn(text as Texts, `${at}${key}.`),
  );
const wordsIn = (language: "en" | "es") => inSandbox(everyCatalogue(language, "staff"), language);

test.each(["en", "es"] as const)("%s: what says where a lead is never names Lofty", (language) => {
  const texts = textsIn(wordsIn(language) as unknown as Texts);
  const speaks = (key: string) => sections.some((section) => key.startsWith(`${section}.`));
  const left = texts.filter(([key, text]) => speaks(key) && text.includes("Lofty"));
  expect(left).toEqual([]);
  // The others say how something is called in Lofty.
  const says = texts.filter(([key, text]) => !speaks(key) && /\b(in|to|en|a) Lofty/i.test(text)).map(([key]) => key);
  const setUp = ["setup.attributeName.hint", "setup.attributeOptions.hint", "who.id"];
  const onlySpanish = [
    ...["routing.default", "setup.holdUnrecognized.label", "setup.attributeTexts.hint"],
    ...["app.sandbox", "pages.purpose", "ready.says.keyUntried"],
  ];
  expect(says.toSorted()).toEqual([...setUp, ...(language === "es" ? onlySpanish : [])].toSorted());
});

const values = { count: 2, all: 3, label: "Stage", stored: "A", sent: "B", limit: 30 };

test.each([
  ["en", "receipt.inLofty", "In the sandbox"],
  ["en", "outbox.allDelivered", "All in the sandbox"],
  ["en", "sent.accepted", "Waiting for the sandbox. Sends by itself."],
  ["en", "lead.notYet", "The sandbox doesn’t have this lead yet."],
  ["en", "leave.inLofty", "2 of 3 in the sandbox"],
  ["en", "outbox.differs", "Stage: the sandbox keeps “A”, not “B”"],
  [
    "en",
    "people.undoOver",
    "Too late to undo here: it goes to the sandbox. Open the lead if the person wants contact again.",
  ],
  ["en", "count.kept", "Lofty keeps 30 characters, so this would be saved as"],
  ["es", "receipt.inLofty", "En el entorno de prueba"],
  ["es", "receipt.waiting", "Esperando al entorno de prueba"],
  ["es", "lead.reading", "Leyendo del entorno de prueba"],
  ["es", "sent.sending", "Enviando al entorno de prueba."],
  ["es", "reasons.refused", "El entorno de prueba no aceptó este prospecto."],
] as const)("%s %s: %s", (language, key, text) => {
  const t = createTranslator({ locale: language, messages: wordsIn(language) }) as (
    key: string,
    values: object,
  ) => string;
  expect(t(key, values)).toBe(text);
});
