import { ChevronRight, Globe, MapPin, Monitor, Tablet } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormatter, useNow, useTranslations } from "use-intl";
import { eventNow } from "./eventNow.ts";
import { usedStations } from "./lastStation.ts";
import type { FormStation } from "./useStation.ts";
import { useStations } from "./useStations.ts";

const icons = { agent: MapPin, desk: Monitor, kiosk: Tablet, embed: Globe } as const;
const pages = { agent: "s", desk: "s", kiosk: "kiosk", embed: "embed" } as const;

/** The stations this device may open, the one it used last first. */
export function Picker() {
  const t = useTranslations("pages");
  const { data } = useStations();
  const [used] = useState(usedStations);
  useEffect(() => {
    document.documentElement.dataset["density"] = "touch";
    document.title = t("stations");
  }, [t]);
  const stations = data?.toSorted(({ id: one }, { id: other }) => (used[other] ?? "").localeCompare(used[one] ?? ""));
  return (
    <main className="mx-auto max-w-xl px-5 py-12">
      <h1 className="mb-6 text-4xl">{t("stations")}</h1>
      {stations === undefined && <Awaited />}
      {stations?.length === 0 && <p className="text-lg text-ink-2">{t("noStations")}</p>}
      <ul className="grid gap-3">
        {stations?.map((station) => (
          <StationCard key={station.id} station={station} usedAt={used[station.id]} />
        ))}
      </ul>
    </main>
  );
}

/** Three rows in the shape of what is coming: page.css shows them once waiting has become noticeable. */
function Awaited() {
  return (
    <ul className="awaited grid gap-3" aria-hidden="true">
      <li className="card" />
      <li className="card" />
      <li className="card" />
    </ul>
  );
}

function StationCard({ station, usedAt }: { readonly station: FormStation; readonly usedAt: string | undefined }) {
  const t = useTranslations("pages");
  const format = useFormatter();
  const now = useNow();
  const { id, name, profile } = station;
  const Icon = icons[profile];
  const lastUsed = usedAt && t("lastUsed", { when: format.relativeTime(new Date(usedAt), now) });
  return (
    <li>
      <a
        href={`/${pages[profile]}/${id}`}
        className="card flex min-h-18 items-center gap-4 px-4 py-2 text-ink no-underline hover:bg-brand-tint-2"
      >
        <Icon aria-hidden="true" className="text-brand-line" />
        <span className="flex-1">
          <b className="block font-semibold">
            <bdi>{name}</bdi>
          </b>
          <span className="text-sm text-ink-3">
            {[t(`profiles.${profile}`), eventNow(station)?.address, lastUsed].filter(Boolean).join(" · ")}
          </span>
        </span>
        <ChevronRight aria-hidden="true" className="text-ink-3" />
      </a>
    </li>
  );
}
