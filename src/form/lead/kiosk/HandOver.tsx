import { useQuery } from "@tanstack/react-query";
import { use, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { pinPattern } from "#lead/station/pin.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { dayOf } from "#lead/station/event.ts";
import { ask } from "../../browser/api.ts";
import { useDay } from "../../browser/day.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { sessionPath } from "../../browser/session.ts";
import { stopAsking, useUnsaved } from "../../browser/unsaved.ts";
import { useOneAtATime } from "../../browser/useOneAtATime.ts";
import { useSignal } from "../../browser/useSignal.ts";
import { isInMemory } from "../../sending/queue/entry.ts";
import { useUnsent } from "../../sending/queue/useQueue.ts";
import { EventNote } from "../../station/event/EventNote.tsx";
import { saveEvent } from "../../station/event/saveEvent.ts";
import { focusWrong, wrongEvent } from "../../station/event/wrongEvent.ts";
import { forgetStaffs } from "../../station/forgetStaffs.ts";
import { keepHandedOver } from "../../station/handedOver.ts";
import { loadStation } from "../../station/loadStation.ts";
import { StationInterlude } from "../../station/StationInterlude.tsx";
import { useStation, type FormStation } from "../../station/useStation.ts";
import { HandOverEvent, type TodaysEvent, type WrongAnswer } from "./HandOverEvent.tsx";
import { PinBox } from "./PinBox.tsx";
import { Message } from "../../ui/Message.tsx";

/**
 * Shown when staff open a kiosk's page. It asks for today's event and, the first time, for a PIN; then it ends the staff
 * session on a tablet that stays with visitors.
 */
export function HandOver({ onLook }: { readonly onLook: () => void }) {
  const t = useTranslations();
  const { id, name } = useStation();
  // Load the station again: in the context it only has an event of today.
  const station = use(loadStation(id));
  const today = dayOf(new Date(useDay()));
  const [event, setEvent] = useState<TodaysEvent | undefined>(() =>
    station.event?.date === today ? station.event : undefined,
  );
  const [pin, setPin] = useState("");
  const [changesPin, setChangesPin] = useState(false);
  const [wrong, setWrong] = useState<{ readonly event?: WrongAnswer; readonly pin?: string; readonly failed?: true }>(
    {},
  );
  const path = `/api/stations/${encodeURIComponent(id)}/pin`;
  const known = useQuery({ queryKey: ["pin", id], queryFn: () => ask<{ isSet: boolean }>("GET", path) }, queryClient);
  const needsPin = changesPin || known.data?.isSet === false;
  useUnsaved(pin !== "" || (event !== undefined && event !== station.event));
  const signal = useSignal();
  // The reload would lose them.
  const isHeld = useUnsent().some(isInMemory);
  const handOver = useOneAtATime(async () => {
    if (isHeld) return;
    // Whether the kiosk has a PIN may not be known yet.
    const { data } = known.data ? known : await known.refetch();
    if (!data) return setWrong({ failed: true });
    const setsPin = changesPin || !data.isSet;
    const eventWrong = wrongAnswer(event, station, today);
    const found = {
      ...(eventWrong && { event: { box: eventWrong.box, words: t(eventWrong.key) } }),
      ...(setsPin && !pinPattern.test(pin) && { pin: t("kiosk.pinRule") }),
    };
    setWrong(found);
    if (eventWrong?.box) focusWrong(eventWrong);
    if (Object.keys(found).length > 0) return;
    // What staff copied, a visitor could paste. Safari allows it only right after the press.
    const isEmptied = navigator.clipboard?.writeText("").catch(() => undefined);
    try {
      await saveEvent(id, event ?? null);
      if (setsPin) await ask("PUT", path, { pin }, {}, { signal });
      await ask("POST", sessionPath, { station: id }, {}, { signal });
      // Staff have gone on to another page.
      if (signal.aborted) return;
      // The reload clears the memory. This clears what the device has stored for staff.
      keepHandedOver(id);
      await forgetStaffs(true);
      await isEmptied;
      stopAsking();
      window.location.reload();
    } catch {
      setWrong({ failed: true });
    }
  });
  const changePin = () => {
    flushSync(() => setChangesPin(true));
    document.querySelector<HTMLElement>("main input[type=password]")?.focus();
  };
  return (
    <StationInterlude
      title={t("kiosk.forVisitors")}
      text={t("kiosk.handOverText", { name: isolatedAlways(name) })}
      onCancel={undefined}
    >
      <EventNote station={station} isLinked={false} />
      <HandOverEvent station={station} value={event} wrong={wrong.event} onChange={setEvent} />
      {needsPin ? (
        <PinBox label={t("kiosk.pin")} hint={t("kiosk.pinHint")} value={pin} wrong={wrong.pin} onChange={setPin} />
      ) : (
        <p className="flex min-h-(--h) flex-wrap items-center gap-3">
          {known.data && t("kiosk.pinSet")}
          {known.data && (
            <button type="button" className="btn btn-quiet" onClick={changePin}>
              {t("kiosk.pinChange")}
            </button>
          )}
        </p>
      )}
      {isHeld && (
        <Message tone="over" role="status">
          {t("sent.memory", { device: deviceKind() })}
        </Message>
      )}
      {(wrong.failed || known.isError) && (
        <Message tone="over" role="alert">
          {t("app.offline")}
        </Message>
      )}
      <div className="flex flex-wrap gap-3">
        <button type="button" className="btn btn-primary" onClick={() => void handOver()}>
          {t("kiosk.handOver")}
        </button>
        <button type="button" className="btn btn-quiet" onClick={onLook}>
          {t("kiosk.onlyLooking")}
        </button>
      </div>
    </StationInterlude>
  );
}

/** The box that is wrong, and the key of the message that says why. */
function wrongAnswer(event: TodaysEvent | undefined, { presets = {} }: FormStation, today: string) {
  if (event === undefined) return { box: undefined, key: "kiosk.eventMissing" } as const;
  const wrong = event && wrongEvent(event, presets, (date) => date === today);
  return wrong ? ({ box: wrong.box, key: `event.refusals.${wrong.why}` } as const) : undefined;
}
