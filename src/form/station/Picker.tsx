import { ChevronRight, Globe, MapPin, Monitor, Tablet } from "lucide-react";
import { use } from "react";
import { useTranslations } from "use-intl";
import { ask } from "../api.ts";
import type { FormStation } from "./useStation.ts";

const icons = { agent: MapPin, desk: Monitor, kiosk: Tablet, embed: Globe } as const;
const pages = { agent: "s", desk: "s", kiosk: "kiosk", embed: "embed" } as const;

let list: Promise<readonly FormStation[]> | undefined;
const stations = () =>
  (list ??= ask<{ stations: readonly FormStation[] }>("GET", "/api/stations").then((answer) => answer.stations));

/** The stations this device may open. */
export function Picker() {
  const t = useTranslations("app");
  return (
    <main className="mx-auto max-w-xl px-5 py-12">
      <h1 className="mb-6 text-4xl">{t("stations")}</h1>
      <ul className="grid gap-3">
        {use(stations()).map(({ id, name, profile }) => {
          const Icon = icons[profile];
          return (
            <li key={id}>
              <a
                href={`/${pages[profile]}/${id}`}
                className="card flex min-h-18 items-center gap-4 px-4 text-ink no-underline hover:bg-brand-tint-2"
              >
                <Icon aria-hidden="true" className="text-brand-line" />
                <span className="flex-1">
                  <b className="block font-semibold">{name}</b>
                  <span className="text-sm text-ink-3">{t(`profiles.${profile}`)}</span>
                </span>
                <ChevronRight aria-hidden="true" className="text-ink-3" />
              </a>
            </li>
          );
        })}
      </ul>
    </main>
  );
}
