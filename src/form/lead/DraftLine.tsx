import { RotateCcw } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { tidy } from "#lead/tidy.ts";
import { holdOnly } from "../browser/tabLocks.ts";
import { recall } from "../device.ts";
import { heardElsewhere, isKept as isStored } from "../deviceKeys.ts";
import { Confirm } from "../frame/Confirm.tsx";
import { useStation } from "../station/useStation.ts";
import { inHand, recallDraft } from "./draft.ts";
import { forgetDraft, hasEnded } from "./endDraft.ts";
import { keepDraft } from "./keepDraft.ts";
import type { LeadInHand } from "./leadInHand.ts";
import { useOtherDrafts } from "./useOtherDrafts.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

/** Keeps the unfinished lead at every change, says where and what else is kept, and lets people start over. */
export function DraftLine({ lead }: { readonly lead: LeadInHand }) {
  const t = useTranslations("draft");
  const { startOver, isEmpty, draft } = lead;
  const station = useStation();
  const { getValues } = useFormContext();
  const isKept = useKept(lead);
  useOneDraft(lead);
  const [asks, setAsks] = useState(false);
  const covered = inHand(station.id).filter((key) => key !== draft?.key && recall(key) !== undefined).length;
  const inOtherTabs = useOtherDrafts(station.id, draft?.key).filter(({ isOpen }) => isOpen);
  const press = () => {
    if (isEmpty(getValues())) startOver();
    else setAsks(true);
  };
  // The proxy keeps a lead that is being corrected: there is no draft to clear.
  if (draft === undefined) return null;
  return (
    <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 text-sm text-ink-3">
      {isKept && <span>{t(station.profile === "desk" ? "onComputer" : "onPhone")}</span>}
      {inOtherTabs.length > 0 && (
        <span role="status">
          {t("otherTab")} <Typed text={inOtherTabs.map(({ name }) => isolatedAlways(name || t("noName"))).join(", ")} />
        </span>
      )}
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

const said = (answers: unknown) => JSON.stringify(tidy(answers));

/** Whether the lead is on this device. Saved at every change. */
function useKept({ form, draft, isEmpty }: LeadInHand): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (draft === undefined) return;
    const say = (lead: object) => setKept(!isEmpty(lead) && isStored(draft.key));
    const write = (lead: object) => {
      if (hasEnded(draft)) return;
      if (isEmpty(lead)) forgetDraft(draft);
      else keepDraft(draft, lead);
      say(lead);
    };
    // What was only read is not written: another tab may be ahead. What came back refused, or was typed already, is.
    const answers = form.getValues();
    if (recallDraft(draft) === undefined || said(answers) !== said(form.formState.defaultValues)) write(answers);
    else say(answers);
    return form.subscribe({ formState: { values: true }, callback: ({ values }) => write(values) });
  }, [form, draft, isEmpty]);
  return isKept;
}

/** A draft that another tab took over is one all the same: a tab that is turned to shows what the other made of it. */
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
    const endHearing = heardElsewhere(draft.key, () => {
      isOld = true;
      if (document.hasFocus()) turnedTo();
    });
    window.addEventListener("focus", turnedTo);
    return () => {
      endHearing();
      window.removeEventListener("focus", turnedTo);
    };
  }, [draft]);
}
