import { Download, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { OutboxAnswer } from "#lead/staffAnswers.ts";
import { later } from "../later.ts";
import { useRoute } from "../route.ts";
import { PageFrame } from "../frame/PageFrame.tsx";
import { Filters } from "./Filters.tsx";
import { OnThisDevice } from "./OnThisDevice.tsx";
import { OutboxLine } from "./OutboxLine.tsx";
import { groupOf, groups, type Group } from "./states.ts";
import { useWhy } from "./useWhy.ts";
import { useOutbox } from "./useOutbox.ts";

const FixPage = later(() => import("./FixPage.tsx"), "FixPage");

/** The outbox, or one of its leads to be corrected: `/outbox/:id`. */
export function OutboxPage() {
  const [, id] = useRoute();
  return id === undefined ? <Lists /> : <Correction key={id} id={id} />;
}

/** Held from when it was opened: what is being corrected does not vanish when the lists are asked again. */
function Correction({ id }: { readonly id: string }) {
  const { data } = useOutbox();
  const found = data?.entries.find((entry) => entry.id === id);
  const [held, setHeld] = useState(found);
  if (held === undefined && found) setHeld(found);
  if (held?.lead) return <FixPage entry={held} lead={held.lead} />;
  return data && <Lists />;
}

/** Where every lead is: what needs a person first, then what waits, then what Lofty has. */
function Lists() {
  const t = useTranslations("outbox");
  const { data, isError, isFetching, refetch } = useOutbox();
  const [shown, setShown] = useState<Group>();
  const arrived = data !== undefined;
  useEffect(() => {
    // "See that lead" names its line; the browser looked for it before it was there.
    if (arrived) document.getElementById(window.location.hash.slice(1))?.scrollIntoView({ block: "center" });
  }, [arrived]);
  const entries = data?.entries ?? [];
  const lists = groups
    .filter((group) => shown === undefined || group === shown)
    .map((group) => ({ group, entries: entries.filter((entry) => groupOf(entry) === group) }))
    .filter((list) => list.entries.length > 0);
  return (
    <PageFrame
      wide
      title={t("title")}
      actions={
        <div className="-mx-3 flex flex-wrap">
          <a className="btn btn-quiet" href="/api/outbox/export" download>
            <Download aria-hidden="true" />
            {t("export")}
          </a>
          <button type="button" className="btn btn-quiet" disabled={isFetching} onClick={() => void refetch()}>
            <RefreshCw aria-hidden="true" />
            {t("refresh")}
          </button>
        </div>
      }
    >
      <OnThisDevice />
      {isError && <p className="note note-warn">{t("unreachable")}</p>}
      {data?.paused && <Paused paused={data.paused} />}
      {data && entries.length === 0 && <p className="text-lg text-ink-2">{t("empty")}</p>}
      {entries.length > 0 && <Filters entries={entries} shown={shown} onShow={setShown} />}
      {lists.map((list) => (
        <section key={list.group} aria-labelledby={`outbox-${list.group}`}>
          <h2 id={`outbox-${list.group}`} className="list-title">
            {t(`groups.${list.group}`)}
          </h2>
          <ul className="card entries">
            {list.entries.map((entry) => (
              <OutboxLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  );
}

function Paused({ paused: { reason, until } }: { readonly paused: NonNullable<OutboxAnswer["paused"]> }) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const time = format.dateTime(new Date(until), { timeStyle: "short" });
  const why = useWhy()(reason);
  return <p className="note note-warn">{t("paused", { why, time })}</p>;
}
