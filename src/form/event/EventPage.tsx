import { RotateCcw } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import type { StationEvent } from "#lead/station.ts";
import { RequestError } from "../api.ts";
import { saveStation } from "../station/saveStation.ts";
import { StationInterlude } from "../station/StationInterlude.tsx";
import { useStation, type FormStation } from "../station/useStation.ts";
import { dayOf } from "#lead/event.ts";
import { lastEvent, noEventOn } from "./event.ts";
import { EventLines } from "./EventLines.tsx";
import { trimmedEvent } from "./trimmedEvent.ts";
import { Stamped } from "./Stamped.tsx";

interface Props {
  /** Who the leads are for: most often the host. */
  readonly host: string | undefined;
  readonly onSaved: (station: FormStation) => void;
  readonly onCancel: (() => void) | undefined;
  /** Goes on with the event as it was, while it cannot be saved. */
  readonly onLater: () => void;
}

type Refusal = "address" | "too-long" | "unreachable" | "refused";

/** What happens at a station today: its values fill `{address}`, `{date}` and `{host}` on every lead from here. */
export function EventPage({ host, onSaved, onCancel, onLater }: Props) {
  const t = useTranslations("event");
  const station = useStation();
  const [today] = useState(() => dayOf(new Date()));
  const before = lastEvent(station);
  const isToday = station.event?.date === today;
  const [typed, setTyped] = useState<StationEvent>(
    (isToday && station.event) || { address: "", date: today, hours: "", host: host ?? "" },
  );
  const [refusal, setRefusal] = useState<Refusal>();
  const change = (event: StationEvent) => {
    setTyped(event);
    setRefusal(undefined);
  };
  const refuse = (why: Refusal) => {
    setRefusal(why);
    if (why === "address" || why === "too-long") document.getElementById("event-address")?.focus();
  };
  const save = async (event: StationEvent | undefined) => {
    const { event: _, ...rest } = station;
    try {
      onSaved(await saveStation(event ? { ...rest, event } : rest));
    } catch (error) {
      refuse(refusalOf(error));
    }
  };
  const submit = (submitted: SyntheticEvent) => {
    submitted.preventDefault();
    const event = trimmedEvent(typed);
    if (event.address === "") refuse("address");
    else void save(event);
  };
  return (
    <StationInterlude title={t("title")} text={t("text")} onCancel={onCancel}>
      {before && !isToday && (
        <button
          type="button"
          className="card again"
          onClick={() => void save({ ...before, ...(host && { host }), date: today })}
        >
          <RotateCcw aria-hidden="true" />
          <span>
            <b className="block font-semibold">{t("same")}</b>
            <span className="text-ink-3">{[before.address, before.hours].filter(Boolean).join(", ")}</span>
          </span>
        </button>
      )}
      <form className="grid gap-(--gap)" noValidate onSubmit={submit}>
        <EventLines
          event={typed}
          wrong={refusal === "address" || refusal === "too-long" ? t(`refusals.${refusal}`) : undefined}
          onChange={change}
        />
        <Stamped event={trimmedEvent(typed)} />
        {(refusal === "unreachable" || refusal === "refused") && (
          <p role="alert" className="note note-over">
            {t(`refusals.${refusal}`)}
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          <button type="submit" className="btn btn-primary basis-56 grow">
            {t("save")}
          </button>
          {refusal === "unreachable" ? (
            <button type="button" className="btn btn-secondary grow" onClick={onLater}>
              {t("later")}
            </button>
          ) : (
            <button
              type="button"
              className="btn btn-secondary grow"
              onClick={() => {
                noEventOn(today, station);
                void save(undefined);
              }}
            >
              {t("none")}
            </button>
          )}
        </div>
      </form>
    </StationInterlude>
  );
}

function refusalOf(error: unknown): Refusal {
  const problem = error instanceof RequestError ? error.problem : undefined;
  if (!problem || problem.status >= 500) return "unreachable";
  return problem.issues?.some(({ code }) => code === "too-long") ? "too-long" : "refused";
}
