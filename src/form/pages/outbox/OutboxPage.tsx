import { Download, RefreshCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { outboxGroups, type OutboxAnswer, type OutboxEntry, type OutboxGroup } from "#lead/submission/staffAnswers.ts";
import { onDemand } from "../../ui/onDemand.tsx";
import { useRoute } from "../../browser/route.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { Link } from "../../ui/Link.tsx";
import { OutboxDecisions } from "./Decisions.tsx";
import { dropOldFixes } from "./dropOldFixes.ts";
import { Filters } from "./Filters.tsx";
import { OnThisDevice } from "./OnThisDevice.tsx";
import { LastAt } from "./LastAt.tsx";
import { OutboxList } from "./OutboxList.tsx";
import { groupOf } from "../../sending/states.ts";
import { useWhy } from "../../sending/useWhy.ts";
import { useEntry, useOutbox } from "../../sending/useOutbox.ts";
import { Note } from "../../ui/Note.tsx";

const FixPage = onDemand(() => import("./FixPage.tsx"), "FixPage");

/** The outbox, or the correction of one of its leads: `/outbox/:id`. */
export function OutboxPage() {
  const [, id] = useRoute();
  return id === undefined ? <Lists /> : <Correction key={id} id={id} />;
}

/** Keeps the entry as it was when opened, so that it stays while the lists refresh. */
function Correction({ id }: { readonly id: string }) {
  const [held, setHeld] = useState<OutboxEntry>();
  const { data: found, isError } = useEntry(held ? "" : id);
  if (held === undefined && found) setHeld(found);
  if (held?.lead) return <FixPage entry={held} lead={held.lead} />;
  return (held || isError) && <Lists />;
}

/** All leads: first those that need a person, then those that wait, then those in Lofty. */
function Lists() {
  const t = useTranslations("outbox");
  const { data, isError, refetch } = useOutbox();
  const [shown, setShown] = useState<OutboxGroup>();
  // The id in the address ("See that lead"). Its entry may not be on the first page of a list.
  const [wanted] = useState(() => window.location.hash.slice(1));
  const { data: named } = useEntry(wanted);
  useEffect(() => void dropOldFixes(), []);
  const arrived = data !== undefined && (wanted === "" || named !== undefined);
  useEffect(() => {
    // The browser tried to scroll there before the line was rendered.
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
          <button type="button" className="btn btn-quiet" onClick={() => void refetch()}>
            <RefreshCw aria-hidden="true" />
            {t("refresh")}
          </button>
        </div>
      }
    >
      <OnThisDevice />
      {isError && <Note look="warn">{t(data ? "unreachable" : "unreachableYet")}</Note>}
      {data?.credential !== undefined && (
        <Note role="alert" look="over">
          {t("credential", { variable: data.credential })}
        </Note>
      )}
      {data?.paused && data.credential === undefined && <Paused paused={data.paused} />}
      {data?.refusedNotes && <RefusedNotes of={data.refusedNotes} />}
      {data && entries.length === 0 && <p className="text-lg text-ink-2">{t("empty")}</p>}
      {data?.lastAt && <LastAt at={data.lastAt} count={data.counts.waiting} />}
      {data && entries.length > 0 && <Filters counts={data.counts} shown={shown} onShow={setShown} />}
      <OutboxDecisions>
        {lists.map((list) => (
          <OutboxList
            key={list.group}
            {...list}
            count={data?.counts[list.group] ?? 0}
            causes={list.group === "needsYou" ? (data?.causes ?? []) : []}
          />
        ))}
      </OutboxDecisions>
    </PageFrame>
  );
}

function RefusedNotes({ of }: { readonly of: NonNullable<OutboxAnswer["refusedNotes"]> }) {
  const t = useTranslations("outbox");
  return (
    <Note look="over">
      <span>
        {t("refusedNotes", { count: of.length })}{" "}
        {of.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <Link to={`/leads/${id}`}>
              <bdi>{name}</bdi>
            </Link>
          </span>
        ))}
      </span>
    </Note>
  );
}

function Paused({ paused: { reason, until } }: { readonly paused: NonNullable<OutboxAnswer["paused"]> }) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const time = format.dateTime(new Date(until), { timeStyle: "short" });
  const why = useWhy()(reason);
  return <Note look="warn">{t("paused", { why, time })}</Note>;
}
