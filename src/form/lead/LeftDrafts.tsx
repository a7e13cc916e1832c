import { NotebookPen } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { forget } from "../browser/device.ts";
import { Confirm } from "../ui/Confirm.tsx";
import { useStation } from "../station/useStation.ts";
import { takeInHand } from "./draft/endDraft.ts";
import { settleCorrection } from "./draft/handOver.ts";
import type { LeadInHand } from "./draft/leadInHand.ts";
import { useOtherDrafts } from "./draft/useOtherDrafts.ts";
import { writeNow } from "./draft/writeDraft.ts";
import { Note } from "../ui/Note.tsx";

/** Unfinished leads of closed tabs, with their names. People can finish or delete them here. */
export function LeftDrafts({ lead: { draft, reread } }: { readonly lead: LeadInHand }) {
  const t = useTranslations("draft");
  const { id } = useStation();
  const others = useOtherDrafts(id, draft?.key);
  const [asks, setAsks] = useState<string>();
  const [gone, setGone] = useState<readonly string[]>([]);
  const left = others.filter(({ key, isOpen }) => !isOpen && !gone.includes(key));
  return (
    <>
      {left.map(({ key, name }) => (
        <Note key={key} role="status" as="div" className="mb-4 flex-wrap items-center">
          <NotebookPen aria-hidden="true" />
          <span className="flex-1 basis-52 wrap-anywhere">
            {t("left")} <bdi className="font-semibold">{name || t("noName")}</bdi>
          </span>
          <button
            type="button"
            className="btn btn-secondary"
            onClick={() => {
              // Write the lead in the form first: it comes back after the other one.
              writeNow();
              takeInHand(id, key);
              reread();
            }}
          >
            {t("goOn")}
          </button>
          <button type="button" className="btn btn-quiet" onClick={() => setAsks(key)}>
            {t("throwAway")}
          </button>
        </Note>
      ))}
      {asks !== undefined && (
        <Confirm
          title={t("throwAwayTitle")}
          text={t("text")}
          yes={t("throwAway")}
          no={t("keepIt")}
          onYes={() => {
            forget(asks);
            void settleCorrection(asks);
            setGone([...gone, asks]);
            setAsks(undefined);
          }}
          onNo={() => setAsks(undefined)}
        />
      )}
    </>
  );
}
