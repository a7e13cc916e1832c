import { Download } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { isVisited } from "#lead/station/allowed.ts";
import { jsonLink } from "../../browser/jsonFile.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import { navigate } from "../../browser/route.ts";
import { correctionOf, recallDraft } from "../../lead/draft/draft.ts";
import { reopenAsDraft } from "../../lead/draft/reopenAsDraft.ts";
import { useHeldElsewhere } from "../../lead/draft/useHeldElsewhere.ts";
import { endDraft, takeInHand } from "../../lead/draft/endDraft.ts";
import { throwAway } from "../../lead/draft/handOver.ts";
import { nameOf } from "../../sending/queue/outgoing.ts";
import { isUnsent, type Queued } from "../../sending/queue/entry.ts";
import { change, phaseOf } from "../../sending/queue/queue.ts";
import { wake } from "../../sending/queue/sender.ts";
import { useQueue } from "../../sending/queue/useQueue.ts";
import { sentOf } from "../../sending/sent.ts";
import { placeIcons, placeOf, useSentWords } from "../../sending/useSentWords.ts";
import { lastSeen } from "../../station/loadStation.ts";
import { Confirm } from "../../ui/Confirm.tsx";
import { Typed } from "../../ui/Typed.tsx";
import { Note } from "../../ui/Note.tsx";

/** Leads that have not left this device. Until the office has one, staff can edit or remove it. */
export function OnThisDevice() {
  const t = useTranslations("outbox");
  const unsent = useQueue().filter(isUnsent);
  const [asked, setAsked] = useState<{ readonly id: string; readonly name: string }>();
  const device = deviceKind();
  const copies = unsent.filter(({ body }) => body && "lead" in body);
  const entry = unsent.find(({ id }) => id === asked?.id);
  const left = asked && !entry && <Left name={asked.name} isSent={phaseOf(asked.id)?.is === "received"} />;
  if (unsent.length === 0) return left;
  return (
    <section className="mb-8 grid gap-2" aria-label={t("onThisDevice", { count: unsent.length, device })}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{t("onThisDevice", { count: unsent.length, device })}</h2>
        {copies.length > 0 && (
          <a
            className="btn btn-quiet"
            href={jsonLink(copies.map(({ id, body }) => ({ id, ...body })))}
            download="leads-on-this-device.json"
          >
            <Download aria-hidden="true" />
            {t("saveCopy", { count: copies.length })}
          </a>
        )}
      </div>
      {copies.length > 0 && <p className="text-sm text-ink-3">{t("copyWarns")}</p>}
      {left}
      <ul className="grid gap-2">
        {unsent.map((one) => (
          <Line
            key={one.id}
            entry={one}
            onRemove={() => setAsked({ id: one.id, name: nameOf(one.body) || t("visitor") })}
          />
        ))}
      </ul>
      {entry && asked && (
        <Confirm
          title={t("removeTitle", { name: isolatedAlways(asked.name) })}
          text={t(entry.hasBegun ? "removeBegun" : "removeText")}
          yes={t("remove")}
          no={t("keep")}
          onYes={() => {
            setAsked(undefined);
            throwAway(correctionOf(entry.station, entry.id));
          }}
          onNo={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

/** The lead left this device while staff were asked whether to remove it: nothing was removed. */
function Left({ name, isSent }: { readonly name: string; readonly isSent: boolean }) {
  const t = useTranslations("outbox");
  const note = useRef<HTMLParagraphElement>(null);
  // The question is gone, and the focus with it.
  useLayoutEffect(() => note.current?.focus(), []);
  return (
    <Note ref={note} role="status" tabIndex={-1} look="warn" className="mb-4">
      <Typed text={t(isSent ? "sentMeanwhile" : "leftMeanwhile", { name: isolatedAlways(name) })} />
    </Note>
  );
}

function Line({ entry, onRemove }: { readonly entry: Queued; readonly onRemove: () => void }) {
  const t = useTranslations("outbox");
  const format = useFormatter();
  const words = useSentWords();
  const { id, body, phase, station, savedAt } = entry;
  const sent = sentOf(phase, entry);
  const Icon = placeIcons[placeOf(sent)];
  const draft = correctionOf(station, id);
  const isOpen = entry.isEdited && recallDraft(draft) !== undefined;
  const isElsewhere = useHeldElsewhere(entry.isEdited ? draft : undefined);
  const seen = lastSeen(station);
  const mayEdit = body && "lead" in body && !(seen && isVisited(seen));
  const edit = () => {
    if (!mayEdit) return;
    if (isOpen) takeInHand(station, draft.key);
    else reopenAsDraft(id, body, body.lead);
    navigate(`/s/${station}`);
  };
  const sendAsSaved = async () => {
    endDraft(draft);
    await change(id, ({ isEdited: _edited, ...saved }) => saved);
    await wake();
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 rounded-lg border border-dashed border-line-strong px-4 py-2">
      <Icon aria-hidden="true" className="text-warn" />
      <span className="grid flex-1 basis-52 wrap-anywhere">
        <b id={id} className="font-semibold">
          <bdi>{nameOf(body) || t("visitor")}</bdi>
        </b>
        <span className="text-sm text-ink-3">
          <Typed
            text={t("savedAt", {
              time: format.dateTime(new Date(savedAt), { dateStyle: "short", timeStyle: "short" }),
              station: isolatedAlways(seen?.name ?? station),
            })}
          />{" "}
          {words(sent)}
        </span>
      </span>
      {isElsewhere && <span className="text-sm text-ink-3">{t("editedElsewhere")}</span>}
      {phase.is !== "sending" && !isElsewhere && (
        <span className="-mx-3 flex flex-wrap">
          {mayEdit && (
            <button type="button" className="btn btn-quiet" aria-describedby={id} onClick={edit}>
              {t(isOpen ? "goOnEditing" : phase.is === "refused" ? "fixAndSend" : "edit")}
            </button>
          )}
          {entry.isEdited && (
            <button type="button" className="btn btn-quiet" aria-describedby={id} onClick={() => void sendAsSaved()}>
              {t("sendAsSaved")}
            </button>
          )}
          <button type="button" className="btn btn-quiet" aria-describedby={id} onClick={onRemove}>
            {t("remove")}
          </button>
        </span>
      )}
    </li>
  );
}
