import { MapPin } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { dayOf, houseOf } from "#lead/station/event.ts";
import type { StationEvent } from "#lead/station/station.ts";
import { noonOf, useDay } from "../../browser/day.ts";
import { newId } from "../../browser/newId.ts";
import { useFocusAfter } from "../../browser/useFocusAfter.ts";
import { EventLines } from "../../station/event/EventLines.tsx";
import { Offer } from "../../station/event/EventOffers.tsx";
import { tellOffice, useOfficeEvents } from "../../station/event/officeEvents.ts";
import { trimmedEvent } from "../../station/event/trimmedEvent.ts";
import { focusWrong, wrongEvent, type WrongEvent } from "../../station/event/wrongEvent.ts";
import { useStation } from "../../station/useStation.ts";
import { housesOf } from "./houses.ts";
import { changeHouseId } from "./HouseLine.tsx";
import type { House } from "./lines.ts";

const daysBack = 6;

interface Props {
  readonly onAnswer: (house: House) => void;
  /** Undefined if the question must be answered. */
  readonly onCancel: (() => void) | undefined;
}

/** Asks of which house the sheet or the file is: the office's events of the last days, a new one, or none. */
export function HouseQuestion({ onAnswer, onCancel }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const { id } = useStation();
  const now = new Date(useDay());
  const [typed, setTyped] = useState<StationEvent>();
  const today = dayOf(now);
  const since = dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBack));
  const known = useOfficeEvents(since, today);
  // The grid takes the focus on a computer.
  const place = useFocusAfter<HTMLFieldSetElement>(() =>
    document.activeElement === document.body ? document.getElementById(changeHouseId) : null,
  );
  const isChange = onCancel !== undefined;
  useEffect(() => {
    if (isChange) place.current?.focus();
  }, [isChange, place]);
  return (
    <fieldset ref={place} tabIndex={-1} className="grid gap-3">
      <legend className="label">{t("paper.house.title")}</legend>
      {typed ? (
        <NewHouse event={typed} today={today} onChange={setTyped} onAnswer={onAnswer} />
      ) : (
        housesOf(id, known, [since, today]).map((event) => (
          <Offer
            key={houseOf(event)}
            icon={MapPin}
            title={
              event.date === today ? t("event.offered") : format.dateTime(noonOf(event.date), { dateStyle: "full" })
            }
            event={event}
            onTake={() => onAnswer(event)}
          />
        ))
      )}
      <div className="flex flex-wrap gap-3">
        {typed === undefined && (
          <button
            type="button"
            className="btn btn-secondary"
            onClick={() => setTyped({ address: "", date: today, hours: "", host: "" })}
          >
            {t("kiosk.otherHouse")}
          </button>
        )}
        <button type="button" className="btn btn-secondary" onClick={() => onAnswer(null)}>
          {t("paper.house.none")}
        </button>
        {(typed ?? onCancel) && (
          <button type="button" className="btn btn-quiet" onClick={typed ? () => setTyped(undefined) : onCancel}>
            {t("actions.back")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

interface NewHouseProps {
  readonly event: StationEvent;
  readonly today: string;
  readonly onChange: (event: StationEvent) => void;
  readonly onAnswer: (house: House) => void;
}

/** The boxes of a new event: one that the office does not know. */
function NewHouse({ event, today, onChange, onAnswer }: NewHouseProps) {
  const t = useTranslations();
  const { id, presets = {} } = useStation();
  const [wrong, setWrong] = useState<WrongEvent>();
  const take = () => {
    const found = wrongEvent(event, presets, (date) => date !== "" && date <= today);
    setWrong(found);
    if (found) return focusWrong(found);
    const taken = { ...trimmedEvent(event), id: newId() };
    tellOffice(id, taken);
    onAnswer(taken);
  };
  return (
    <div className="card grid gap-(--gap) p-4">
      <EventLines
        event={event}
        presets={presets}
        wrong={
          wrong ? { [wrong.box]: t(wrong.why === "date" ? "paper.house.date" : `event.refusals.${wrong.why}`) } : {}
        }
        onChange={(next) => {
          onChange(next);
          setWrong(undefined);
        }}
      />
      <button type="button" className="btn btn-primary justify-self-start" onClick={take}>
        {t("paper.house.use")}
      </button>
    </div>
  );
}
