import { useMemo, useState } from "react";
import { useNow, useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import type { Today } from "#lead/submission/staffAnswers.ts";
import { useDay } from "../../browser/day.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { eventNow } from "../../station/eventNow.ts";
import { earlierEvents } from "../../station/keepEvent.ts";
import { lastStation } from "../../station/lastStation.ts";
import { useStations } from "../../station/useStations.ts";
import { useDeviceName, useDevices } from "../devices/useDevices.ts";
import { inPlace } from "../people/inPlace.ts";
import { toCallFirst } from "../people/order.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { usePeople } from "../people/usePeople.ts";
import { useHere } from "../today/useHere.ts";
import { midnightOf, useToday } from "../today/useToday.ts";
import { answersOf } from "./answer.ts";
import { AnswerCard } from "./AnswerCard.tsx";
import { DevicesHere } from "./DevicesHere.tsx";
import { contactOf, devicesAt, silentMs } from "./devicesAt.ts";
import { NeedsYou } from "./NeedsYou.tsx";
import { countsOf, housesOf, isOf } from "./wholeHouse.ts";
import { ListTitle } from "../../ui/ListTitle.tsx";

/** The host's last look at a house: whether all leads are in Lofty, on which device they wait, and whom to call. */
export function LeavePage() {
  const t = useTranslations("leave");
  const ofPeople = useTranslations("people");
  const [named] = useState(() => new URLSearchParams(window.location.search).get("station"));
  const stations = useStations().data;
  const station =
    stations?.find(({ id }) => id === (named ?? lastStation()?.id)) ?? stations?.find((one) => !isVisited(one));
  const event = station && eventNow(station);
  const day = useDay();
  const since = useMemo(() => midnightOf(day), [day]);
  const today = useToday(undefined, since);
  // The leads of an agents' station are at the houses of several agents.
  const isAgents = station?.profile === "agent";
  const atStation = useToday(event && isAgents ? undefined : station?.id, since);
  const devices = useDevices();
  const nameOf = useDeviceName();
  const now = useNow({ updateInterval: 5_000 });
  const here = useHere();
  const readAt = Math.min(...[today, atStation, devices].map(({ dataUpdatedAt }) => dataUpdatedAt));
  const isError = today.isError || atStation.isError || devices.isError;
  const isReached = !isError && now.getTime() - readAt < longestReadMs;
  const listed = devices.data?.devices ?? [];
  const where = { station: station?.id, event, since };
  const earlier = !station ? [] : isAgents ? earlierEvents(station) : eventsIn(atStation.data);
  const place = { ...where, houses: housesOf(where, [today.data, atStation.data], listed, earlier) };
  const counts = station && today.data && atStation.data && countsOf(place, today.data, atStation.data);
  const all = devicesAt(listed, place);
  const others = all.filter(({ isThis }) => isThis !== true);
  const proxyNow = new Date(now.getTime() - devices.dataUpdatedAt + Date.parse(devices.data?.at ?? ""));
  const answers = answersOf({
    here,
    counts: isReached && devices.data ? counts : undefined,
    others: others.map((device) => ({
      name: nameOf(device),
      unsent: device.unsent,
      contact: contactOf(device, proxyNow),
      silentMs: silentMs(device, proxyNow),
    })),
  });
  const onDevices = others.reduce((sum, { unsent }) => sum + unsent, here);
  const whose = counts && { houses: [...place.houses], ofNone: event ? undefined : station.id };
  const people = usePeople(since, whose).data;
  const parked = usePeople(since, whose && counts.needsYou > 0 ? { ...whose, status: "parked" } : undefined).data;
  const [shown, setShown] = useState<readonly string[]>([]);
  // "Wants no contact" changes a person's rank. The line must not move away under the finger.
  const toCall = inPlace(toCallFirst((people?.people ?? []).filter(isOf(place))), shown);
  const ids = toCall.map(({ id }) => id);
  if (ids.join() !== shown.join()) setShown(ids);
  return (
    <PageFrame
      title={t("title")}
      back={{ to: station ? `/today?station=${station.id}` : "/today", words: t("today") }}
      actions={
        <span className="text-sm text-ink-2">
          <bdi>{event?.address ?? station?.name}</bdi>
        </span>
      }
    >
      <AnswerCard answers={answers} inLofty={counts?.inLofty ?? 0} all={(counts?.signedIn ?? 0) + onDevices} />
      <DevicesHere
        here={here}
        others={others}
        isReached={isReached}
        isAllIn={answers[0].is === "allIn"}
        counts={counts}
        now={proxyNow}
      />
      {parked && counts && <NeedsYou people={parked.people.filter(isOf(place))} count={counts.needsYou} />}
      {toCall.length > 0 && (
        <section aria-labelledby="call-first">
          <div className="flex items-baseline justify-between">
            <ListTitle id="call-first">{t("callFirst")}</ListTitle>
            <span className="text-sm text-ink-2">{t("people", { count: toCall.length })}</span>
          </div>
          {people?.isWhole === false && (
            <p className="mb-2 text-sm text-ink-3">{ofPeople("newest", { count: toCall.length })}</p>
          )}
          <ul className="card">
            {toCall.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </ul>
        </section>
      )}
    </PageFrame>
  );
}

const eventsIn = (today: Today | undefined) => (today?.houses ?? []).flatMap(({ event }) => event ?? []);

/** Polled every 10 s: what was read longer ago is not true any more. */
const longestReadMs = 30_000;
