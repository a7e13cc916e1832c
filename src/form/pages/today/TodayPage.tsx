import { DoorClosed, FileText } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import type { DayCounts, DayPeople, Today } from "#lead/submission/staffAnswers.ts";
import { useDay } from "../../browser/day.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import { EventNote } from "../../station/event/EventNote.tsx";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { CannotRecognize } from "../../station/CannotRecognize.tsx";
import { eventNow } from "../../station/eventNow.ts";
import { lastStation } from "../../station/lastStation.ts";
import { useStations } from "../../station/useStations.ts";
import type { FormStation } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { Groups } from "./Groups.tsx";
import { usePeople } from "../people/usePeople.ts";
import { People } from "./People.tsx";
import { noEvent, placesOf } from "./places.ts";
import { Summary } from "./Summary.tsx";
import { useHere } from "./useHere.ts";
import { midnightOf, useToday } from "./useToday.ts";
import { Note } from "../../ui/Note.tsx";
import { Select } from "../../ui/Select.tsx";
import { Box } from "../../ui/TextBox.tsx";

const nobody: DayPeople = { people: [], isWhole: true };
const figures = ["groups", "signedIn", "withAgent", "waiting", "inLofty", "needsYou"] as const;

/** The numbers of today at a station: how many came, how many signed in, and where their leads are. */
export function TodayPage() {
  const t = useTranslations("today");
  const [named] = useState(() => new URLSearchParams(window.location.search).get("station"));
  const stations = useStations();
  const [chosen, setChosen] = useState(named ?? lastStation()?.id);
  const station = stations.data?.find(({ id }) => id === chosen) ?? stations.data?.find((one) => !isVisited(one));
  const day = useDay();
  const since = useMemo(() => midnightOf(day), [day]);
  const { data, isError } = useToday(station?.id, since);
  const everywhere = useToday(undefined, since).data;
  return (
    <PageFrame title={t("title")}>
      {stations.data && stations.data.length > 1 && (
        <Choice
          id="today-station"
          label={t("station")}
          value={station?.id ?? ""}
          options={stations.data.map(({ id, name }) => ({ value: id, text: name }))}
          onChoose={setChosen}
        />
      )}
      <CannotRecognize />
      {station && <EventNote station={station} />}
      {isError && <Note look="over">{t("unreachable")}</Note>}
      {station && data && (
        <Day key={`${station.id} ${since}`} station={station} today={data} everywhere={everywhere} since={since} />
      )}
    </PageFrame>
  );
}

interface DayProps {
  readonly station: FormStation;
  readonly today: Today;
  /** The same counts at all stations. */
  readonly everywhere: Today | undefined;
  readonly since: string;
}

/** The counts of one house, this device's house first. If there is none, the counts of the station. */
function Day({ station, today, everywhere, since }: DayProps) {
  const t = useTranslations("today");
  const own = eventNow(station);
  const places = placesOf(today, own, everywhere);
  const [chosen, setChosen] = useState<string>();
  // Without an own house, the first one that was shown stays: the order of the others changes with every lead.
  if (chosen === undefined && !own && places[0]) setChosen(places[0].key);
  const place = places.find(({ key }) => key === chosen) ?? places[0];
  const counts = place?.counts ?? today;
  const whose = place?.event ? { houses: [place.key] } : { houses: [], ofNone: station.id };
  const people = usePeople(since, whose).data ?? nobody;
  return (
    <>
      {places.length > 1 && (
        <Choice
          id="today-place"
          label={t("place")}
          value={place?.key ?? ""}
          options={places.map(({ key, event }) => ({ value: key, text: event?.address ?? t("noEvent") }))}
          onChoose={setChosen}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Link to={`/before-you-leave?station=${station.id}`} className="btn btn-secondary">
          <DoorClosed aria-hidden="true" />
          {t("leave")}
        </Link>
        <Link to={`/paper?station=${station.id}`} className="btn btn-quiet">
          <FileText aria-hidden="true" />
          {t("paper")}
        </Link>
      </div>
      <Counts counts={counts} />
      <People day={people} signedIn={counts.signedIn} />
      <Groups key={place?.key ?? noEvent} station={station.id} since={since} event={place?.event} />
      <Summary
        place={place?.event?.address ?? station.name}
        hours={place?.event?.hours}
        counts={counts}
        people={people}
      />
    </>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ id, label, value, options, onChoose }: ChoiceProps) {
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <Box>
        <Select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              <bdi>{option.text}</bdi>
            </option>
          ))}
        </Select>
      </Box>
    </div>
  );
}

/** What waits on this device is not in the proxy's counts yet. A number that changes is announced with its name. */
function Counts({ counts }: { readonly counts: DayCounts }) {
  const t = useTranslations("today");
  const here = useHere();
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(max(8.5rem,30%),1fr))] gap-3" aria-live="polite">
      {figures.map((figure) => (
        <div key={figure} aria-atomic="true" className="card flex flex-col-reverse justify-end px-4 py-[.9rem]">
          <dt className="text-[.9375rem] text-ink-2">{t(`counts.${figure}`)}</dt>
          <dd
            className={`font-display text-3xl leading-[1.1] font-[560] normal-nums ${figure === "needsYou" && counts[figure] > 0 ? "text-over" : ""}`}
          >
            {counts[figure]}
          </dd>
          {figure === "waiting" && here > 0 && (
            <dd className="order-first text-sm font-semibold text-warn">
              {t("onThisDevice", { count: here, device: deviceKind() })}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
