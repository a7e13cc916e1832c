import { defaultConsent } from "#lead/station/defaultConsent.ts";
import type { Wording } from "#lead/station/wording.ts";
import type { SectionProps } from "../edits/edits.ts";
import { SetupLine } from "./SetupLine.tsx";
import { SetupSwitch } from "./SetupSwitch.tsx";
import { TextsByLanguage } from "./TextsByLanguage.tsx";

/** The text that visitors read below the ways to follow up. Another text needs another version. */
export function ConsentText({ station, edit, wrong }: SectionProps) {
  const { consent } = station;
  const change = (partOf: (now: typeof consent) => Partial<typeof consent>) =>
    edit((now) => ({ consent: { ...now.consent, ...partOf(now.consent) } }));
  return (
    <>
      <SetupLine
        key={station.languages[0]}
        name="consentText"
        lines
        initial={consent.text}
        wrong={wrong("consent.text")}
        onChange={(text) => change((now) => ({ text, texts: textsFor(now) }))}
      />
      <TextsByLanguage
        name="consentTexts"
        station={station}
        texts={consent.texts}
        wrong={(language) => wrong(`consent.texts.${language}`)}
        onChange={(texts) => change(() => ({ texts }))}
      />
      <SetupLine
        name="consentVersion"
        initial={consent.version}
        wrong={wrong("consent.version")}
        onChange={(version) => change(() => ({ version: version.trim() }))}
      />
      <SetupSwitch
        name="strictConsent"
        on={consent.policy === "strict"}
        onChange={(on) => change(() => ({ policy: on ? "strict" : "standard" }))}
      />
    </>
  );
}

/** The translations that stay when the text changes: the ready ones are of the ready text only. */
function textsFor({ text, texts = {} }: Wording): Wording["texts"] {
  if (text !== defaultConsent.text) return texts;
  const ready: Readonly<Record<string, string>> = defaultConsent.texts;
  const kept = Object.entries(texts).filter(([language, words]) => words !== ready[language]);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
