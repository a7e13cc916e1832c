import { ExternalLink, Inbox } from "lucide-react";
import { Suspense, use } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { textsIn } from "#lead/json.ts";
import type { WholeLead } from "#lead/submission/staffAnswers.ts";
import { refusalOf } from "../../browser/api.ts";
import { useRoute } from "../../browser/route.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { isSealed, isUnreadable } from "../../sending/states.ts";
import { useStanding } from "../../sending/useStanding.ts";
import { CopyNumber } from "../../sending/CopyNumber.tsx";
import { loadStationOfLead } from "../../station/loadStation.ts";
import { StationContext } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { Typed } from "../../ui/Typed.tsx";
import { useUndoable } from "../people/useUndoable.ts";
import { Ways } from "../people/Ways.tsx";
import { Withdraw } from "../people/Withdraw.tsx";
import { AddNote } from "./AddNote.tsx";
import { Copy } from "../../ui/Copy.tsx";
import { Held } from "./Held.tsx";
import { Lift } from "./Lift.tsx";
import { Lines } from "./Lines.tsx";
import { useLines } from "./useLines.ts";
import { useWhole } from "./useLead.ts";
import { Note } from "../../ui/Note.tsx";

/** Everything of one lead: `/leads/:id`. */
export function LeadPage() {
  const [, id = ""] = useRoute();
  const t = useTranslations("lead");
  const { data, error } = useWhole(id);
  const isUnknown = refusalOf(error)?.status === 404;
  return (
    <PageFrame
      title={data?.entry.name || t("title")}
      historyTitle={t("title")}
      actions={data && <Actions whole={data} />}
      wide
    >
      {isUnknown && <p className="text-lg text-ink-2">{t("unknown")}</p>}
      {error && !isUnknown && <Unreachable />}
      {data && (
        <Suspense>
          <Whole key={id} whole={data} />
        </Suspense>
      )}
    </PageFrame>
  );
}

function Unreachable() {
  return <Note look="warn">{useTranslations("today")("unreachable")}</Note>;
}

function Actions({ whole: { entry, sent, may, withdrawnAt } }: { readonly whole: WholeLead }) {
  const t = useTranslations("lead");
  const [phone] = textsIn(sent?.["phones"]);
  const [email] = textsIn(sent?.["emails"]);
  const reach = { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) };
  return (
    <div className="flex flex-wrap items-center gap-3">
      {may && <Ways person={{ name: entry.name, may, ...reach }} />}
      {may && <Withdraw person={{ id: entry.id, name: entry.name, may, ...(withdrawnAt && { withdrawnAt }) }} />}
      {entry.leadId !== undefined && entry.search !== undefined && (
        <a className="btn btn-secondary" href={entry.search} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden="true" />
          {t("open")}
        </a>
      )}
      <Link className="btn btn-quiet" to={`/outbox#${entry.id}`}>
        <Inbox aria-hidden="true" />
        {t("outbox")}
      </Link>
    </div>
  );
}

function Whole({ whole }: { readonly whole: WholeLead }) {
  const { entry, sent, notes } = whole;
  const t = useTranslations("lead");
  const station = use(loadStationOfLead(entry.station));
  const { strong, text } = useStanding()(entry);
  // Staff see all fields, by the names that the office uses.
  const asStaff = isVisited(station) ? { ...station, profile: "desk" as const } : station;
  return (
    <StationContext value={asStaff}>
      <p role="status" className="flex flex-wrap items-center gap-x-3 text-ink-2">
        <span>
          {strong && <b className="font-semibold">{strong} </b>}
          {text}
        </span>
        {entry.leadId !== undefined && <CopyNumber id={entry.leadId} />}
      </p>
      <div className="grid items-start gap-5 md:grid-cols-2">
        <section className="card px-5 py-4" aria-labelledby="lead-sent">
          <div className="flex items-center justify-between gap-3">
            <h2 id="lead-sent" className="text-2xl">
              {t("sent")}
            </h2>
            {sent && <CopyAll whole={whole} />}
          </div>
          <About whole={whole} station={station.name} />
          {sent ? (
            <Sent sent={sent} />
          ) : (
            <p>{t(isUnreadable(entry) || isSealed(entry) ? "unreadable" : "forgotten")}</p>
          )}
        </section>
        <Held id={entry.id} leadId={entry.leadId} sent={sent ?? {}} />
      </div>
      {sent && <AddNote id={entry.id} notes={notes} />}
    </StationContext>
  );
}

function Sent({ sent }: { readonly sent: NonNullable<WholeLead["sent"]> }) {
  return <Lines lines={useLines("sent")(sent)} />;
}

function CopyAll({ whole: { entry, sent = {} } }: { readonly whole: WholeLead }) {
  const lines = useLines("sent")(sent).map(({ label, text }) => `${label}: ${text.replaceAll("\n", ", ")}`);
  return <Copy text={[...lines, `Foyer ${entry.id}`].join("\n")} />;
}

/** When and where the lead was saved, and the consent. */
function About({
  whole: { entry, capturedAt, event, consent, acknowledgement: read, withdrawnAt, optedOut },
  station,
}: {
  readonly whole: WholeLead;
  readonly station: string;
}) {
  const t = useTranslations("lead");
  const format = useFormatter();
  // Until then Undo stands at the name.
  const isUndoable = useUndoable(entry.id);
  const when = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <div className="pb-2 text-sm text-ink-3">
      <p>
        <Typed text={t("sentAt", { when: when(capturedAt), station: isolatedAlways(station) })} />
      </p>
      {event && (
        <p>
          {t("event")}: <bdi>{event.address}</bdi>
        </p>
      )}
      {consent && (
        <p>
          {t("consent")}: <Typed text={t("consentText", { ...consent, when: when(consent.at) })} />
        </p>
      )}
      {read && (
        <p>
          <Typed text={t("agencyRead", { version: read.version, language: read.language, when: when(read.at) })} />
          {[read.name, read.agent].map((text) => text && <bdi key={text}>{`, ${text}`}</bdi>)}
        </p>
      )}
      {optedOut && (
        <p className="text-warn">
          {withdrawnAt ? t("withdrawn", { when: when(withdrawnAt) }) : t("optedOut")}{" "}
          {!isUndoable && <Lift id={entry.id} />}
        </p>
      )}
    </div>
  );
}
