import { CircleCheck, CircleDashed } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { noonOf } from "../../browser/day.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import type { FormStation } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { Typed } from "../../ui/Typed.tsx";
import { readyRows, type Facts, type Row } from "./readyRows.ts";
import { SendTest } from "./SendTest.tsx";
import { askFactsAgain, persist } from "./useReady.ts";

interface Props {
  readonly facts: Facts;
  readonly stations: readonly FormStation[];
}

/** What is checked before an open house, and what to do about what is missing. A phone shows only what is missing. */
export function Ready({ facts, stations }: Props) {
  const t = useTranslations("ready");
  const format = useFormatter();
  const weekday = (date: string) => format.dateTime(noonOf(date), { weekday: "long" });
  const rows = readyRows(facts);
  const done = rows.filter(({ isDone }) => isDone).length;
  return (
    <section className="card px-5 py-4" aria-labelledby="ready">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="ready" className="text-2xl">
          {facts.event ? t("titleDay", { day: weekday(facts.event.date) }) : t("title")}
        </h2>
        <span className="text-sm whitespace-nowrap text-ink-3">{t("done", { count: done, all: rows.length })}</span>
      </div>
      <div className="dims mt-2" aria-hidden="true">
        {rows.map(({ name }, index) => (
          <i key={name} className={index < done ? "done" : ""} />
        ))}
      </div>
      <ul className="mt-1 divide-y divide-line">
        {rows.map((row) => (
          <li key={row.name} className={`relative flex gap-3 py-3.5 ${row.isDone ? "max-lg:hidden" : ""}`}>
            {row.isDone ? (
              <CircleCheck aria-hidden="true" className="mt-px flex-none text-ok" />
            ) : (
              <CircleDashed aria-hidden="true" className="mt-px flex-none text-warn" />
            )}
            <div
              className={`min-w-0 flex-1 ${hasButton(row) ? "max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:justify-between max-sm:gap-x-3" : ""}`}
            >
              <h3 className="font-ui text-base font-semibold tracking-normal">
                {t(`rows.${row.name}`)}
                <span className="sr-only">: {t(row.isDone ? "isDone" : "isOpen")}</span>
              </h3>
              <Says row={row} facts={facts} />
              {!row.isDone && <ToDo row={row} stations={stations} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a phone its words make room for its button. */
const hasButton = ({ name, says, isDone }: Row) =>
  !isDone && (name === "event" || name === "lead" || says === "storageAsk");

function Says({ row, facts }: { readonly row: Row; readonly facts: Facts }) {
  const t = useTranslations("ready.says");
  const format = useFormatter();
  const { event, offlineAt, delivered = 0 } = facts;
  const day = event && format.dateTime(noonOf(event.date), { weekday: "long", day: "numeric", month: "long" });
  const time = offlineAt && format.dateTime(new Date(offlineAt), { dateStyle: "medium", timeStyle: "short" });
  const values = {
    device: deviceKind(),
    address: isolatedAlways(event?.address ?? ""),
    day: day ?? "",
    time: time ?? "",
    count: delivered,
    where: facts.isSandbox ? "sandbox" : "lofty",
  };
  return (
    <p className={`text-sm text-ink-2 ${hasButton(row) ? "max-sm:sr-only" : ""}`}>
      <Typed text={t(row.says, values)} />
    </p>
  );
}

function ToDo({ row, stations }: { readonly row: Row; readonly stations: readonly FormStation[] }) {
  const t = useTranslations("ready");
  const [isRefused, setRefused] = useState(false);
  if (row.name === "event") {
    const to = eventPage(stations);
    return to === undefined ? null : (
      <Link to={to} className="btn btn-secondary mt-2.5 max-sm:mt-0">
        {t("set")}
      </Link>
    );
  }
  if (row.says === "storageAsk") {
    const askBrowser = async () => {
      setRefused(!(await persist()));
      await askFactsAgain();
    };
    return (
      <>
        <button type="button" className="btn btn-secondary mt-2.5 max-sm:mt-0" onClick={() => void askBrowser()}>
          {t("askBrowser")}
        </button>
        <p role="status" className="text-sm text-ink-2">
          {isRefused && t("refused", { device: deviceKind() })}
        </p>
      </>
    );
  }
  const station = stations.find(({ profile }) => profile === "desk") ?? stations.find((one) => !isVisited(one));
  return row.name === "lead" && station ? <SendTest station={station} /> : null;
}

/** Where an event is set: at the agent's question, else in the set-up of a station for visitors. */
function eventPage(stations: readonly FormStation[]): string | undefined {
  const agents = stations.find(({ profile }) => profile === "agent");
  if (agents) return `/s/${agents.id}/event`;
  const visitors = stations.find(isVisited);
  return visitors && `/settings/${visitors.id}`;
}
