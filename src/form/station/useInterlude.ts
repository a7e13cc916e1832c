import { useEffect, useState } from "react";
import type { LeadEvent } from "#lead/station/event.ts";
import { watchDay } from "../browser/day.ts";
import { onOtherTabChange } from "../browser/deviceKeys.ts";
import { navigate } from "../browser/route.ts";
import { keepWho, stampOf, whoAt, type Who } from "./who.ts";
import { eventKey, eventNow } from "./eventNow.ts";
import { keepEvent } from "./keepEvent.ts";
import type { FormStation } from "./useStation.ts";

const names = ["who", "event"] as const;
type Interlude = (typeof names)[number];

/**
 * What an agent station asks before its form opens (whose leads, which house), and what its address opens over the
 * form. The form is rendered once nothing is left to ask, and stays rendered while a question covers it.
 */
export function useInterlude(station: FormStation, stepName: string | undefined) {
  const { id } = station;
  const [who, setWho] = useState(() => whoAt(id));
  const [stamp, setStamp] = useState(() => stampOf(who));
  const [event, setEvent] = useState(() => eventNow(station, who));
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const look = () => setEvent(eventNow(station, who));
    // A phone that sleeps on Saturday and wakes up on Sunday may be at another house.
    const endWatch = watchDay(look);
    const unsubscribe = onOtherTabChange(eventKey(id, who), look);
    return () => {
      endWatch();
      unsubscribe();
    };
  }, [station, id, who]);
  const asked = who === undefined ? "who" : event === undefined ? "event" : undefined;
  const called: Interlude | undefined = names.find((name) => name === stepName);
  if (asked === undefined && !opened) setOpened(true);
  const close = () => {
    if (called) navigate(`/s/${id}`, { replace: true });
  };
  return {
    open: asked ?? called,
    opened: opened || asked === undefined,
    who,
    stamp,
    event,
    answerWho: (answer: Who) => {
      keepWho(id, answer);
      setWho(answer);
      setStamp(stampOf(answer));
      setEvent(eventNow(station, answer));
      close();
    },
    answerEvent: (answer: LeadEvent | null) => {
      keepEvent(station, who, answer);
      setEvent(answer);
      close();
    },
    cancel: asked ? undefined : close,
  };
}
