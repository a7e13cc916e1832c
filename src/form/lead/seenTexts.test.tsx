// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import "libphonenumber-js/min";
import { useEffect, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { afterEach, expect, test } from "vitest";
import type { Language } from "#lead/languages.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import type { Submission } from "#lead/submission/submission.ts";
import { StationContext, type FormStation } from "../station/useStation.ts";
import { act } from "../testing/act.ts";
import { quiet } from "../testing/form.tsx";
import { everyCatalogue } from "../words/everyCatalogue.ts";
import { localeOf } from "../words/locale.ts";
import { LeadForm } from "./LeadForm.tsx";

const notice = {
  version: "7",
  text: "I am an agent.",
  texts: { es: "Soy agente." },
  asksName: false,
  asksAgent: false,
};
const station = (id: string) =>
  ({ ...readyStations.find((one) => one.id === id), acknowledgement: notice }) as unknown as FormStation;
const ada = { firstName: "Ada", emails: ["ada@example.com"] };

let root: Root | undefined;
let choose: (language: Language) => void;
let saved: Submission | undefined;

function Visit({ at }: { readonly at: FormStation }) {
  const [language, setLanguage] = useState<Language>("en");
  const [step, setStep] = useState<string>();
  useEffect(() => void (choose = setLanguage), []);
  return (
    <IntlProvider locale={localeOf(language)} timeZone="UTC" messages={everyCatalogue(language, "visitors")}>
      <StationContext value={at}>
        <LeadForm
          {...{ stepName: step, onStep: setStep, onNext: () => undefined, initial: ada }}
          onSaved={({ body }) => void (saved = body)}
        />
      </StationContext>
    </IntlProvider>
  );
}

async function visit(id: string): Promise<void> {
  saved = undefined;
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  await act(async () => root?.render(<Visit at={station(id)} />));
  await quiet();
}
afterEach(() => act(() => root?.unmount()));

const box = (id: string) => document.getElementById(id) as HTMLInputElement;
const tick = (id: string) => act(async () => box(id).click());
const speak = (language: Language) => act(async () => choose(language));
const goOn = async () => {
  await act(async () => [...document.querySelectorAll<HTMLElement>("main .btn-primary")].at(-1)?.click());
  await quiet();
};
const finish = async () => {
  for (let pages = 0; pages < 6 && !saved; pages++) await goOn();
  return saved;
};

test.each(["kiosk", "website"])(
  "%s: another language on a later page: the texts stay as they were ticked",
  async (id) => {
    await visit(id);
    await tick("consent-text");
    await goOn();
    const leftAt = new Date().toISOString();
    await tick("agency-read");
    await goOn();
    await speak("es");
    const { language, consent, acknowledgement } = (await finish()) ?? {};
    // Lofty gets the language that the visitor chose last.
    expect(language).toBe("es");
    expect(consent).toMatchObject({ text: station(id).consent.text, language: "en", channels: { text: true } });
    expect(Date.parse(String(consent?.at))).toBeLessThanOrEqual(Date.parse(leftAt));
    expect(acknowledgement).toMatchObject({ version: "7", text: "I am an agent.", language: "en" });
  },
);

test.each(["kiosk", "website"])(
  "%s: another language beside the boxes: the text that is shown now counts",
  async (id) => {
    await visit(id);
    await tick("consent-text");
    await speak("es");
    await goOn();
    await tick("agency-read");
    await speak("en");
    expect(box("agency-read").checked).toBe(false);
    await speak("es");
    expect(box("agency-read").checked).toBe(false);
    const { consent, acknowledgement } = (await finish()) ?? {};
    expect(consent).toMatchObject({ text: station(id).consent.texts?.es, language: "es", channels: { text: true } });
    expect(acknowledgement).toBeUndefined();
  },
);
