import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import type { Language } from "#lead/languages.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { previewScreens, type PreviewScreen, type Shown } from "./previewScreens.ts";
import { languageNames } from "../../../station/languageNames.ts";
import { Choice } from "../../../ui/Choice.tsx";
import { Select } from "../../../ui/Select.tsx";
import { Box } from "../../../ui/TextBox.tsx";

/** The screen that each profile is made for, in CSS pixels. */
const sizes = { kiosk: [1180, 820], agent: [390, 844], desk: [1440, 900], embed: [640, 900] } as const;
const most = { wide: 336, high: 420 };

/** The screen that shows what a section changes, if the station has such a screen. */
const screenOf: Readonly<Record<string, PreviewScreen>> = {
  event: "welcome",
  listing: "welcome",
  look: "welcome",
  questions: "while",
  attributes: "while",
  consent: "who",
  agency: "agency",
};

interface Props {
  readonly station: FormStation;
  /** The open section. */
  readonly section: string | undefined;
}

/** The real screens of the station with the edits that are not saved yet, in a frame that takes no input. */
export function Preview({ station, section }: Props) {
  const t = useTranslations("setup");
  const frame = useRef<HTMLIFrameElement>(null);
  const all: readonly PreviewScreen[] = previewScreens[station.profile];
  const screens = all.filter((one) => one !== "agency" || station.acknowledgement !== undefined);
  // A chosen screen stays until another section is opened.
  const [chosen, setChosen] = useState<{ readonly screen: PreviewScreen; readonly at: string | undefined }>();
  const wanted = chosen?.at === section ? chosen?.screen : screenOf[section ?? ""];
  const screen = screens.find((one) => one === wanted) ?? screens[0] ?? "form";
  const [spoken, setSpoken] = useState<Language>();
  const languages = isVisited(station) ? station.languages : [];
  const language = languages.find((one) => one === spoken) ?? languages[0] ?? "en";
  const shown: Shown = { station: isVisited(station) ? withoutStaffs(station) : station, screen, language };
  const sent = JSON.stringify(shown);
  useEffect(() => {
    const post = () => frame.current?.contentWindow?.postMessage(JSON.parse(sent), window.location.origin);
    const onReady = ({ source, origin, data }: MessageEvent) => {
      if (source === frame.current?.contentWindow && origin === window.location.origin && data === "ready") post();
    };
    post();
    window.addEventListener("message", onReady);
    return () => window.removeEventListener("message", onReady);
  }, [sent]);
  const [wide, high] = sizes[station.profile];
  const scale = Math.min(most.wide / wide, most.high / high);
  return (
    <aside aria-label={t("preview")} className="hidden gap-3 xl:grid">
      <h2 className="text-xl">{t("preview")}</h2>
      {screens.length > 1 && (
        <Choice
          isBare
          name="preview"
          legend={t("preview")}
          values={screens}
          now={screen}
          wordOf={(one) => t(`screens.${one}`)}
          onChange={(next) => setChosen({ screen: next, at: section })}
        />
      )}
      {languages.length > 1 && (
        <Box>
          <Select
            aria-label={t("previewLanguage")}
            value={language}
            onChange={({ target }) => setSpoken(target.value as Language)}
          >
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {languageNames[one]}
              </option>
            ))}
          </Select>
        </Box>
      )}
      <div
        className="overflow-hidden rounded-card border-8"
        // The frame of a tablet is dark in both themes.
        style={{ borderColor: "#10221e", width: Math.ceil(wide * scale) + 16, height: Math.ceil(high * scale) + 16 }}
      >
        <iframe
          ref={frame}
          key={station.profile}
          src="/preview"
          title={t("preview")}
          className="origin-top-left border-0"
          style={{ width: wide, height: high, transform: `scale(${scale})` }}
        />
      </div>
      <p className="text-sm text-ink-3">{t("previewText")}</p>
    </aside>
  );
}

/** Visitors' pages get no presets. */
function withoutStaffs({ presets: _presets, ...seen }: FormStation): FormStation {
  return seen;
}
