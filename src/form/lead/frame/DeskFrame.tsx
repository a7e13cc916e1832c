import { EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DeskDialog } from "../desk/DeskKeys.tsx";
import { StepFields } from "../steps/StepFields.tsx";
import type { FrameProps } from "./frames.ts";
import { onePress } from "./onePress.ts";
import { StepTitle } from "./StepTitle.tsx";
import { Caps } from "../desk/Caps.tsx";
import { DeskKeys } from "../desk/DeskKeys.tsx";
import { DeskTools } from "../desk/DeskTools.tsx";
import { NextFix } from "../desk/NextFix.tsx";
import { DeskSteps } from "./DeskSteps.tsx";
import { NothingYet } from "../steps/NothingYet.tsx";
import { SandboxPill } from "../../station/SandboxMark.tsx";
import { StationMenu } from "../../station/StationMenu.tsx";
import { Bar } from "../../ui/Bar.tsx";
import { DeskHeader } from "./DeskHeader.tsx";

/**
 * The frame of the front desk: all steps on the left, the office's decisions on the right. Everything works by
 * keyboard.
 */
export function DeskFrame({ steps, lead, handling, children }: FrameProps) {
  const t = useTranslations();
  const [dialog, setDialog] = useState<DeskDialog>();
  return (
    <div className="desk-room @container/desk relative min-h-120 flex-[1_0_auto]" inert={lead.isClosed}>
      <div className="grid min-h-dvh grid-cols-1 grid-rows-[auto_auto_1fr_auto_auto] desk-wide:grid-cols-[13.5rem_minmax(0,1fr)_23rem] desk-wide:grid-rows-[auto_1fr_auto] desk-fixed:absolute desk-fixed:inset-0 desk-fixed:min-h-0 desk-fixed:grid-rows-[auto_minmax(0,1fr)_auto] @max-[40rem]/desk:[&_kbd]:hidden">
        <DeskHeader>
          <StationMenu />
          <SandboxPill />
          <DeskTools onOpen={setDialog} />
        </DeskHeader>
        <nav
          aria-label={t("step.steps")}
          className="desk-steps flex flex-col border-b border-line pt-[1.4rem] pr-4 pb-4 pl-5 desk-wide:row-span-2 desk-wide:border-r desk-wide:border-b-0 desk-fixed:overflow-y-auto"
        >
          <DeskSteps steps={steps} lead={lead} />
        </nav>
        <main className="@container/step min-w-0 px-7 pt-5 pb-8 desk-fixed:overflow-y-auto @max-[40rem]/desk:px-5">
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
            <StepTitle lead={lead} steps={steps} className="text-[1.8125rem]" />
            {!lead.isLast && <p className="text-sm text-ink-3">{t("step.onlyName")}</p>}
          </div>
          <form noValidate autoComplete="off" onSubmit={(event) => event.preventDefault()}>
            {children}
          </form>
        </main>
        <aside
          aria-label={t("steps.handling")}
          className="aside border-t border-line bg-surface px-5 py-[1.1rem] desk-wide:row-span-2 desk-wide:border-t-0 desk-wide:border-l desk-fixed:overflow-y-auto"
        >
          <div className="mb-3 flex items-baseline justify-between gap-3">
            <h2 className="text-xl">{t("steps.handling")}</h2>
            <span className="flex items-center gap-1.5 text-xs text-ink-3">
              <EyeOff aria-hidden="true" />
              {t("step.handlingHidden")}
            </span>
          </div>
          <StepFields step={handling} />
        </aside>
        <Bar className="flex-wrap px-7 @max-[40rem]/desk:px-5">
          <NothingYet lead={lead} />
          {lead.back && (
            <button type="button" className="btn btn-quiet" onClick={lead.back}>
              {t("actions.back")}
            </button>
          )}
          <span className="flex-1">
            <NextFix steps={[...steps, handling]} lead={lead} />
          </span>
          <button
            type="button"
            className={`btn ${lead.isLast ? "btn-primary" : "btn-secondary"}`}
            onClick={onePress(lead.save)}
          >
            <span>{lead.isLast ? t("actions.send") : t("actions.sendNow")}</span>
            <Caps action={lead.isLast ? "continue" : "send"} />
          </button>
          {!lead.isLast && (
            <button type="button" className="btn btn-primary" onClick={onePress(lead.next)}>
              <span>{lead.isChanging ? t("actions.backToReview") : t("actions.continue")}</span>
              <Caps action="continue" />
            </button>
          )}
        </Bar>
        <DeskKeys steps={steps} handling={handling} lead={lead} open={dialog} onOpen={setDialog} />
      </div>
    </div>
  );
}
