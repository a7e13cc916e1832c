import { useState } from "react";
import type { FormStation } from "../../../station/useStation.ts";
import type { SectionProps } from "../edits/edits.ts";
import { SetupLine } from "./SetupLine.tsx";
import { SetupSwitch } from "./SetupSwitch.tsx";
import { TextsByLanguage } from "./TextsByLanguage.tsx";

type Acknowledgement = NonNullable<FormStation["acknowledgement"]>;

const empty: Acknowledgement = { version: "1", text: "", asksName: false, asksAgent: false };

/**
 * The office's own text about its role as an agent. Off by default. Visitors may say that they have read it, but can go
 * on without it.
 */
export function AgencySection({ station, edit, wrong }: SectionProps) {
  const now = station.acknowledgement;
  // Switching it off and on again keeps the text.
  const [last, setLast] = useState(now ?? empty);
  const change = (part: Partial<Acknowledgement>) => {
    const next = { ...last, ...now, ...part };
    setLast(next);
    edit(() => ({ acknowledgement: next }));
  };
  return (
    <>
      <SetupSwitch
        name="agency"
        on={now !== undefined}
        onChange={(on) => edit(() => ({ acknowledgement: on ? last : undefined }))}
      />
      {now && (
        <>
          <SetupLine
            key={station.languages[0]}
            name="agencyText"
            lines
            initial={now.text}
            wrong={wrong("acknowledgement.text")}
            onChange={(text) => change({ text })}
          />
          <TextsByLanguage
            name="agencyTexts"
            station={station}
            texts={now.texts}
            wrong={(language) => wrong(`acknowledgement.texts.${language}`)}
            onChange={(texts) => change({ texts })}
          />
          <SetupLine
            name="agencyVersion"
            initial={now.version}
            wrong={wrong("acknowledgement.version")}
            onChange={(version) => change({ version: version.trim() })}
          />
          <SetupSwitch name="agencyName" on={now.asksName} onChange={(asksName) => change({ asksName })} />
          <SetupSwitch name="agencyAgent" on={now.asksAgent} onChange={(asksAgent) => change({ asksAgent })} />
        </>
      )}
    </>
  );
}
