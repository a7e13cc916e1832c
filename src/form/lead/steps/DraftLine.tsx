import { RotateCcw } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isWaiting, onWaiting } from "../../browser/installWorker.ts";
import { holdOnly } from "../../browser/tabLocks.ts";
import { useStored } from "../../browser/useStored.ts";
import { recall } from "../../browser/device.ts";
import { onOtherTabChange, isKept as isStored } from "../../browser/deviceKeys.ts";
import { Confirm } from "../../ui/Confirm.tsx";
import { useStation } from "../../station/useStation.ts";
import { inHand, recallDraft } from "../draft/draft.ts";
import { forgetDraft } from "../draft/endDraft.ts";
import { keepDraft, said } from "../draft/keepDraft.ts";
import type { LeadInHand } from "../draft/leadInHand.ts";
import { useOtherDrafts } from "../draft/useOtherDrafts.ts";
import { dropWrite, keepWriting } from "../draft/writeDraft.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";

/** Saves the unfinished lead, says where it and others are stored, and has a button to start over. */
export function DraftLine({ lead }: { readonly lead: LeadInHand }) {
  const t = useTranslations("draft");
  const { startOver, isEmpty, draft } = lead;
  const station = useStation();
  const { getValues } = useFormContext();
  const isKept = useKept(lead);
  useOneDraft(lead);
  const isNewBuild = useStored(onWaiting, isWaiting);
  const [asks, setAsks] = useState(false);
  const covered = inHand(station.id).filter((key) => key !== draft?.key && recall(key) !== undefined).length;
  const inOtherTabs = useOtherDrafts(station.id, draft?.key).filter(({ isOpen }) => isOpen);
  const press = () => {
    if (isEmpty(getValues())) startOver();
    else setAsks(true);
  };
  // A correction is stored by the proxy: there is no draft to clear.
  if (draft === undefined) return null;
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 text-sm text-ink-3">
      {isKept && <span>{t(station.profile === "desk" ? "onComputer" : "onPhone")}</span>}
      {inOtherTabs.length > 0 && (
        <span role="status">
          {t("otherTab")} <Typed text={inOtherTabs.map(({ name }) => isolatedAlways(name || t("noName"))).join(", ")} />
        </span>
      )}
      {isNewBuild && <span role="status">{t("newVersion")}</span>}
      {covered > 0 && <span role="status">{t("comesBack", { count: covered })}</span>}
      <button type="button" className="btn btn-quiet -mx-3 min-h-(--tap) text-sm" onClick={press}>
        <RotateCcw aria-hidden="true" />
        {t("startOver")}
      </button>
      {asks && (
        <Confirm
          title={t("title")}
          text={t("text")}
          yes={t("clear")}
          no={t("keepGoing")}
          onYes={startOver}
          onNo={() => setAsks(false)}
        />
      )}
    </div>
  );
}

/** Whether the lead is stored on this device. Saved within 250 ms of a change and when the page is hidden or left. */
function useKept({ form, draft, isEmpty }: LeadInHand): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (draft === undefined) return;
    const say = (isWritten: boolean) => setKept(isWritten && !isEmpty(form.getValues()));
    const write = () => {
      if (!isEmpty(form.getValues())) return say(keepDraft(draft, form.getValues()));
      forgetDraft(draft);
      say(false);
    };
    // Do not write a draft that was only read: another tab may have a newer one. Write it if it is new (a refused
    // lead), or if somebody has typed already.
    if (recallDraft(draft) === undefined || said(form.getValues()) !== said(form.formState.defaultValues)) write();
    else say(isStored(draft.key));
    return keepWriting(form, draft, write);
  }, [form, draft, isEmpty]);
  return isKept;
}

/** Two tabs can have the same draft. A tab that gets the focus shows the changes of the other one. */
function useOneDraft({ draft, reread }: LeadInHand): void {
  const show = useEffectEvent(reread);
  useEffect(() => {
    if (draft === undefined) return;
    holdOnly(inHand(draft.station));
    let isOld = false;
    const turnedTo = () => {
      if (isOld) show();
      isOld = false;
    };
    const unsubscribe = onOtherTabChange(draft.key, () => {
      isOld = true;
      dropWrite();
      if (document.hasFocus()) turnedTo();
    });
    window.addEventListener("focus", turnedTo);
    return () => {
      unsubscribe();
      window.removeEventListener("focus", turnedTo);
    };
  }, [draft]);
}
