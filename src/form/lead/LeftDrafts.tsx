import { NotebookPen } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { forget } from "../device.ts";
import { Confirm } from "../frame/Confirm.tsx";
import { useStation } from "../station/useStation.ts";
import { takeInHand } from "./endDraft.ts";
import { settleCorrection } from "./handOver.ts";
import type { LeadInHand } from "./leadInHand.ts";
import { useOtherDrafts } from "./useOtherDrafts.ts";

/** Unfinished leads whose tab is gone, by name: they are finished here, or thrown away. */
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
        <div key={key} role="status" className="note mb-4 flex-wrap items-center">
          <NotebookPen aria-hidden="true" />
          <span className="flex-1 basis-52 wrap-anywhere">
            {t("left")} <bdi className="font-semibold">{name || t("noName")}</bdi>
          </span>
          <button
            type="button"
            className="btn btn-secondary"
            onClick={() => {
              takeInHand(id, key);
              reread();
            }}
          >
            {t("goOn")}
          </button>
          <button type="button" className="btn btn-quiet" onClick={() => setAsks(key)}>
            {t("throwAway")}
          </button>
        </div>
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
