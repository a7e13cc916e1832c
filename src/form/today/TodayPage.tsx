import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import type { Today } from "#lead/staffAnswers.ts";
import { useDay } from "../browser/day.ts";
import { PageFrame } from "../frame/PageFrame.tsx";
import { CannotRecognize } from "../station/CannotRecognize.tsx";
import { eventNow, withEvent } from "../station/eventNow.ts";
import { lastStation } from "../station/lastStation.ts";
import { useStations } from "../station/useStations.ts";
import { Groups } from "./Groups.tsx";
import { Summary } from "./Summary.tsx";
import { useToday } from "./useToday.ts";

const counts = ["groups", "signedIn", "withAgent", "waiting", "inLofty", "needsYou"] as const;

/** The day at a station, in numbers: how many came, how many signed in, where their leads are. */
export function TodayPage() {
  const t = useTranslations("today");
  const [named] = useState(() => new URLSearchParams(window.location.search).get("station"));
  const stations = useStations();
  const [chosen, setChosen] = useState(named ?? lastStation()?.id);
  const station = stations.data?.find(({ id }) => id === chosen) ?? stations.data?.find((one) => !isVisited(one));
  const day = useDay();
  const since = useMemo(() => midnightOf(day), [day]);
  const { data, isError } = useToday(station?.id, since);
  return (
    <PageFrame title={t("title")}>
      {(stations.data?.length ?? 0) > 1 && (
        <div className="field">
          <label className="label" htmlFor="today-station">
            {t("station")}
          </label>
          <div className="control">
            <select id="today-station" value={station?.id ?? ""} onChange={({ target }) => setChosen(target.value)}>
              {stations.data?.map(({ id, name, event }) => (
                <option key={id} value={id}>
                  <bdi>{name}</bdi>
                  {event && (
                    <>
                      , <bdi>{event.address}</bdi>
                    </>
                  )}
                </option>
              ))}
            </select>
            <span className="trail">
              <ChevronDown aria-hidden="true" />
            </span>
          </div>
        </div>
      )}
      <CannotRecognize />
      {isError && <p className="note note-over">{t("unreachable")}</p>}
      {station && data && (
        <>
          <Counts today={data} />
          <Groups key={`${station.id} ${since}`} station={station.id} since={since} />
          <Summary station={withEvent(station, eventNow(station))} today={data} />
        </>
      )}
    </PageFrame>
  );
}

function Counts({ today }: { readonly today: Today }) {
  const t = useTranslations("today");
  return (
    <dl className="figures" aria-live="polite">
      {counts.map((count) => (
        <div key={count} className="card" data-alarm={(count === "needsYou" && today[count] > 0) || undefined}>
          <dt>{t(`counts.${count}`)}</dt>
          <dd>{today[count]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** When a day began on this device. */
const midnightOf = (day: string): string => new Date(day).toISOString();
