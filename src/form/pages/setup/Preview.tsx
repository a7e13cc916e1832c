import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import type { FormStation } from "../../station/useStation.ts";
import { previewScreens, type PreviewScreen, type Shown } from "./previewScreens.ts";
import { Choice } from "../../ui/Choice.tsx";

/** The screen that each profile is made for, in CSS pixels. */
const sizes = { kiosk: [1180, 820], agent: [390, 844], desk: [1440, 900], embed: [640, 900] } as const;
const most = { wide: 340, high: 560 };

/** The real screens of the station with the edits that are not saved yet, in a frame that takes no input. */
export function Preview({ station }: { readonly station: FormStation }) {
  const t = useTranslations("setup");
  const frame = useRef<HTMLIFrameElement>(null);
  const all: readonly PreviewScreen[] = previewScreens[station.profile];
  const screens = all.filter((one) => one !== "agency" || station.acknowledgement !== undefined);
  const [chosen, setChosen] = useState<PreviewScreen>();
  const screen = screens.find((one) => one === chosen) ?? screens[0] ?? "form";
  const shown: Shown = { station: isVisited(station) ? withoutStaffs(station) : station, screen };
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
    <aside aria-label={t("preview")} className="sticky top-6 hidden gap-3 xl:grid">
      <h2 className="text-xl">{t("preview")}</h2>
      {screens.length > 1 && (
        <Choice
          isBare
          name="preview"
          legend={t("preview")}
          values={screens}
          now={screen}
          wordOf={(one) => t(`screens.${one}`)}
          onChange={setChosen}
        />
      )}
      <div
        className="overflow-hidden rounded-card border-8 border-ink"
        style={{ width: Math.ceil(wide * scale) + 16, height: Math.ceil(high * scale) + 16 }}
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
