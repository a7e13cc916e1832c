import { useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { dayOf } from "#lead/station/event.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { useDay } from "../../browser/day.ts";
import { EventLines } from "../../station/event/EventLines.tsx";
import { EventOffers } from "../../station/event/EventOffers.tsx";
import type { WrongEvent } from "../../station/event/wrongEvent.ts";
import type { FormStation } from "../../station/useStation.ts";
import { Message } from "../../ui/Message.tsx";

/** Staff's answer: today's event, or null for no event. */
export type TodaysEvent = StationEvent | null;

/** What is wrong with the answer. Without a box: there is none. */
export interface WrongAnswer {
  readonly box: WrongEvent["box"] | undefined;
  readonly words: string;
}

interface Props {
  /** The station with its stored event, of whatever day. */
  readonly station: FormStation;
  readonly value: TodaysEvent | undefined;
  readonly wrong: WrongAnswer | undefined;
  readonly onChange: (event: TodaysEvent | undefined) => void;
}

/** Asks at which house a kiosk stands today. There is no default: staff choose an event or "No event today". */
export function HandOverEvent({ station, value, wrong, onChange }: Props) {
  const t = useTranslations();
  const { presets = {}, event } = station;
  const today = dayOf(new Date(useDay()));
  const blank = { address: "", date: today, hours: event?.hours ?? "", host: event?.host ?? "" };
  const group = useRef<HTMLFieldSetElement>(null);
  // The pressed button goes: the focus stays in the question.
  const answer = (next: TodaysEvent | undefined) => {
    flushSync(() => onChange(next));
    const box = next === blank ? group.current?.querySelector("input") : group.current;
    box?.focus();
  };
  return (
    <fieldset ref={group} tabIndex={-1} className="grid gap-3">
      <legend className="label">{t("event.title")}</legend>
      {value === undefined && (
        <EventOffers before={event?.date === today ? undefined : event} host={undefined} onTake={answer} />
      )}
      {value && (
        <div className="card grid gap-(--gap) p-4">
          <EventLines
            event={value}
            presets={presets}
            wrong={wrong?.box ? { [wrong.box]: wrong.words } : {}}
            onChange={onChange}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {value === undefined && (
          <button type="button" className="btn btn-secondary" onClick={() => answer(blank)}>
            {t("kiosk.otherHouse")}
          </button>
        )}
        {value !== null && (
          <button type="button" className="btn btn-secondary" onClick={() => answer(null)}>
            {t("event.none")}
          </button>
        )}
        {value !== undefined && (
          <button type="button" className="btn btn-quiet" onClick={() => answer(undefined)}>
            {t("kiosk.otherEvent")}
          </button>
        )}
      </div>
      {value === null && <p role="status">{t("kiosk.noEvent")}</p>}
      {value === undefined && wrong && (
        <Message tone="over" role="alert">
          {wrong.words}
        </Message>
      )}
    </fieldset>
  );
}
