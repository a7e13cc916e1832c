import { useEffect, useState } from "react";
import { watchDay } from "../browser/day.ts";
import { isEventDue } from "../event/event.ts";
import { navigate } from "../route.ts";
import { keepWho, stampOf, whoAt, type Who } from "../who/who.ts";
import type { FormStation } from "./useStation.ts";

const names = ["who", "event"] as const;
type Interlude = (typeof names)[number];

/**
 * What an agent station asks before its form opens (whose leads, which house), and what was opened beside the form by
 * its address. The form is drawn from the first time nothing is asked, and stays while it is covered.
 */
export function useInterlude(station: FormStation, stepName: string | undefined) {
  const { id } = station;
  const [who, setWho] = useState(() => whoAt(id));
  const [stamp, setStamp] = useState(() => stampOf(who));
  const [due, setDue] = useState(() => isEventDue(station, new Date()));
  const [opened, setOpened] = useState(false);
  // A phone that was put away on Saturday wakes up on Sunday, at another house.
  useEffect(() => watchDay(() => setDue(isEventDue(station, new Date()))), [station]);
  const asked = station.profile !== "agent" ? undefined : who === undefined ? "who" : due ? "event" : undefined;
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
    answerWho: (answer: Who) => {
      keepWho(id, answer);
      setWho(answer);
      setStamp(stampOf(answer));
      close();
    },
    eventSettled: () => {
      setDue(false);
      close();
    },
    cancel: asked ? undefined : close,
  };
}
