import { useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { dayOf, type LeadEvent } from "#lead/station/event.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { useUnsaved } from "../../browser/unsaved.ts";
import { newId } from "../../browser/newId.ts";
import { eventNow } from "../../station/eventNow.ts";
import { lastEvent } from "../../station/keepEvent.ts";
import { StationInterlude } from "../../station/StationInterlude.tsx";
import { useStation } from "../../station/useStation.ts";
import type { Who } from "../../station/who.ts";
import { EventLines } from "../../station/event/EventLines.tsx";
import { EventOffers } from "../../station/event/EventOffers.tsx";
import { tellOffice } from "../../station/event/officeEvents.ts";
import { Stamped } from "./Stamped.tsx";
import { trimmedEvent } from "../../station/event/trimmedEvent.ts";
import { focusWrong, wrongEvent, type WrongEvent } from "../../station/event/wrongEvent.ts";

interface Props {
  /** Who gets the leads. Usually this is also the host. */
  readonly who: Who | undefined;
  /** Null: no event today. */
  readonly onAnswer: (event: LeadEvent | null) => void;
  readonly onCancel: (() => void) | undefined;
}

/**
 * Asks where an agent is today. The answer fills `{address}`, `{date}` and `{host}` in every lead that the agent takes
 * here.
 */
export function EventPage({ who, onAnswer, onCancel }: Props) {
  const t = useTranslations("event");
  const station = useStation();
  const { presets = {} } = station;
  const host = who?.agent?.name;
  const [current] = useState(() => eventNow(station, who));
  const [typed, setTyped] = useState<StationEvent>(
    () => current ?? { address: "", date: dayOf(new Date()), hours: "", host: host ?? "" },
  );
  const [first] = useState(typed);
  useUnsaved(typed !== first);
  const [wrong, setWrong] = useState<WrongEvent>();
  const take = (event: LeadEvent) => {
    tellOffice(station.id, event);
    onAnswer(event);
  };
  const submit = (submitted: SyntheticEvent) => {
    submitted.preventDefault();
    const found = wrongEvent(typed, presets, (date) => date === dayOf(new Date()));
    setWrong(found);
    if (found) focusWrong(found);
    else take({ ...trimmedEvent(typed), id: newId() });
  };
  return (
    <StationInterlude title={t("title")} text={t("text")} onCancel={onCancel}>
      {!current && <EventOffers before={lastEvent(station, who)} host={host} onTake={take} />}
      <form className="grid gap-(--gap)" noValidate onSubmit={submit}>
        <EventLines
          event={typed}
          presets={presets}
          wrong={wrong ? { [wrong.box]: t(`refusals.${wrong.why}`) } : {}}
          onChange={(event) => {
            setTyped(event);
            setWrong(undefined);
          }}
        />
        <Stamped event={trimmedEvent(typed)} />
        <div className="flex flex-wrap gap-3">
          <button type="submit" className="btn btn-primary basis-56 grow">
            {t("save")}
          </button>
          <button type="button" className="btn btn-secondary grow" onClick={() => onAnswer(null)}>
            {t("none")}
          </button>
        </div>
      </form>
    </StationInterlude>
  );
}
