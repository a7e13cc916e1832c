import { Plus } from "lucide-react";
import { Suspense, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { deviceKind } from "../../browser/deviceKind.ts";
import { SandboxRow } from "../../station/SandboxMark.tsx";
import { onDemand } from "../../ui/onDemand.tsx";
import { OfficeHeader } from "../../lead/frame/OfficeHeader.tsx";
import { CopyAge } from "../../station/CopyAge.tsx";
import { usedStations } from "../../station/lastStation.ts";
import type { FormStation } from "../../station/useStation.ts";
import { useStations } from "../../station/useStations.ts";
import { Ready } from "./Ready.tsx";
import { StaffLinks } from "../../lead/frame/StaffLinks.tsx";
import { StationCard } from "./StationCard.tsx";
import { TryIt } from "./TryIt.tsx";
import { useFacts } from "./useReady.ts";

const AddStation = onDemand(() => import("../setup/AddStation.tsx"), "AddStation");

/** What a device of this kind is usually for. */
const made = { phone: "agent", tablet: "kiosk", computer: "desk" } as const;

/** The first page: what Foyer is, the stations that this device may open, and what is missing before an open house. */
export function Picker() {
  const t = useTranslations();
  const { data: stations } = useStations();
  const [used] = useState(usedStations);
  const [adds, setAdds] = useState(false);
  // Only staff get the presets.
  const isStaffs = stations?.some(({ presets }) => presets !== undefined) ?? false;
  const facts = useFacts(stations ?? [], isStaffs);
  useEffect(() => {
    document.documentElement.dataset["density"] = "touch";
    document.title = t("pages.stations");
  }, [t]);
  const areFactsLate = useLate(stations === undefined || (isStaffs && facts === undefined));
  // All at once: what comes later would move what is there. On a bad network the stations do not wait for the checks.
  const isLoaded = stations !== undefined && (!isStaffs || facts !== undefined || areFactsLate);
  const first =
    stations && (lastUsed(stations, used) ?? stations.find(({ profile }) => profile === made[deviceKind()]));
  return (
    <>
      <OfficeHeader isStaffs={isStaffs} />
      <SandboxRow readers="staff" links />
      <main className="mx-auto grid max-w-[78rem] grid-cols-[minmax(0,1fr)] gap-x-7 gap-y-5 px-5 pt-6 pb-12 lg:grid-cols-[minmax(0,1fr)_23rem] lg:pt-12">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 lg:col-span-2">
          <div>
            <h1 className="text-4xl">{t("pages.stations")}</h1>
            <p className="mt-1 text-lg text-ink-2">{t("pages.purpose")}</p>
          </div>
          {isLoaded && isStaffs && (
            <button type="button" className="btn btn-secondary" onClick={() => setAdds(true)}>
              <Plus aria-hidden="true" />
              {t("pages.add")}
            </button>
          )}
        </div>
        {!isLoaded && <Awaited />}
        {isLoaded && facts && (
          <div className={`lg:col-start-2 lg:row-start-2 ${areFactsLate ? "max-lg:order-last" : ""}`}>
            <Ready facts={facts} stations={stations} />
          </div>
        )}
        {isLoaded && (
          <div className="grid content-start gap-5 lg:col-start-1 lg:row-start-2">
            <CopyAge of="stations" />
            {stations.length === 0 && <p className="text-lg text-ink-2">{t("pages.noStations")}</p>}
            <ul className="grid gap-4.5 sm:grid-cols-2">
              {stations.map((station) => (
                <StationCard key={station.id} station={station} isFirst={station === first} />
              ))}
            </ul>
            {facts && facts.delivered === 0 && <TryIt />}
            {isStaffs && <StaffLinks className="border-t border-line pt-3 lg:hidden" color="text-ink" />}
          </div>
        )}
        <Suspense>{adds && <AddStation onEnd={() => setAdds(false)} />}</Suspense>
      </main>
    </>
  );
}

/** Whether this was awaited for longer than `mostMs`. */
function useLate(isAwaited: boolean, mostMs = 1_500): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isAwaited) return;
    const timer = setTimeout(() => setLate(true), mostMs);
    return () => clearTimeout(timer);
  }, [isAwaited, mostMs]);
  return isLate;
}

const lastUsed = (stations: readonly FormStation[], used: ReturnType<typeof usedStations>) =>
  stations
    .filter(({ id }) => used[id] !== undefined)
    .toSorted(({ id: one }, { id: other }) => (used[other] ?? "").localeCompare(used[one] ?? ""))[0];

/** Three placeholder rows, visible only after a noticeable wait. */
function Awaited() {
  const row = "card h-18 animate-awaited bg-sunken";
  return (
    <ul className="grid gap-3" aria-hidden="true">
      <li className={row} />
      <li className={row} />
      <li className={row} />
    </ul>
  );
}
