import { Download, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { outboxGroups, type OutboxAnswer, type OutboxEntry, type OutboxGroup } from "#lead/staffAnswers.ts";
import { later } from "../later.ts";
import { useRoute } from "../route.ts";
import { PageFrame } from "../frame/PageFrame.tsx";
import { ByCause } from "./ByCause.tsx";
import { Filters } from "./Filters.tsx";
import { OnThisDevice } from "./OnThisDevice.tsx";
import { LastAt } from "./LastAt.tsx";
import { OutboxList } from "./OutboxList.tsx";
import { groupOf } from "./states.ts";
import { useWhy } from "./useWhy.ts";
import { useEntry, useOutbox } from "./useOutbox.ts";

const FixPage = later(() => import("./FixPage.tsx"), "FixPage");

/** The outbox, or one of its leads to be corrected: `/outbox/:id`. */
export function OutboxPage() {
  const [, id] = useRoute();
  return id === undefined ? <Lists /> : <Correction key={id} id={id} />;
}

/** Held from when it was opened: what is being corrected does not vanish when the lists are asked again. */
function Correction({ id }: { readonly id: string }) {
  const [held, setHeld] = useState<OutboxEntry>();
  const { data: found, isError } = useEntry(held ? "" : id);
  if (held === undefined && found) setHeld(found);
  if (held?.lead) return <FixPage entry={held} lead={held.lead} />;
  return (held || isError) && <Lists />;
}

/** Where every lead is: what needs a person first, then what waits, then what Lofty has. */
function Lists() {
  const t = useTranslations("outbox");
  const { data, isError, isFetching, refetch } = useOutbox();
  const [shown, setShown] = useState<OutboxGroup>();
  // "See that lead" names its line, which may be in no first page.
  const [wanted] = useState(() => window.location.hash.slice(1));
  const { data: named } = useEntry(wanted);
  const arrived = data !== undefined && (wanted === "" || named !== undefined);
  useEffect(() => {
    // The browser looked for it before it was there.
    if (arrived) document.getElementById(wanted)?.scrollIntoView({ block: "center" });
  }, [arrived, wanted]);
  const first = data?.entries ?? [];
  const entries = named && !first.some(({ id }) => id === named.id) ? [...first, named] : first;
  const undelivered = data ? data.counts.needsYou + data.counts.waiting : 0;
  const lists = outboxGroups
    .filter((group) => shown === undefined || group === shown)
    .map((group) => ({ group, entries: entries.filter((entry) => groupOf(entry) === group) }))
    .filter((list) => list.entries.length > 0);
  return (
    <PageFrame
      wide
      title={t("title")}
      actions={
        <div className="-mx-3 flex flex-wrap">
          {undelivered > 0 && (
            <a className="btn btn-quiet" href="/api/outbox/export" download>
              <Download aria-hidden="true" />
              {t("export", { count: undelivered })}
            </a>
          )}
          <button type="button" className="btn btn-quiet" disabled={isFetching} onClick={() => void refetch()}>
            <RefreshCw aria-hidden="true" />
            {t("refresh")}
          </button>
        </div>
      }
    >
      <OnThisDevice />
      {isError && <p className="note note-warn">{t("unreachable")}</p>}
      {data?.credential !== undefined && (
        <p role="alert" className="note note-over">
          {t("credential", { variable: data.credential })}
        </p>
      )}
      {data?.paused && data.credential === undefined && <Paused paused={data.paused} />}
      {data && entries.length === 0 && <p className="text-lg text-ink-2">{t("empty")}</p>}
      {data?.lastAt && <LastAt at={data.lastAt} count={data.counts.waiting} />}
      {data?.causes.map((cause) => (
        <ByCause key={cause.reason} cause={cause} />
      ))}
      {data && entries.length > 0 && <Filters counts={data.counts} shown={shown} onShow={setShown} />}
      {lists.map((list) => (
        <OutboxList key={list.group} {...list} count={data?.counts[list.group] ?? 0} />
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
