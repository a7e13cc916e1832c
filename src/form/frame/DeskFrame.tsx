import { EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { DeskDialog } from "../desk/DeskKeys.tsx";
import { StepFields } from "../lead/StepFields.tsx";
import { afterFirstKey } from "../later.ts";
import { Optional } from "../Optional.tsx";
import type { FrameProps } from "./frames.ts";
import { StepTitle } from "./StepTitle.tsx";
import { Wordmark } from "./Wordmark.tsx";

const Caps = afterFirstKey(() => import("../desk/Caps.tsx"), "Caps");
const DeskKeys = afterFirstKey(() => import("../desk/DeskKeys.tsx"), "DeskKeys");
const DeskTools = afterFirstKey(() => import("../desk/DeskTools.tsx"), "DeskTools");
const NextFix = afterFirstKey(() => import("../desk/NextFix.tsx"), "NextFix");
const DeskSteps = afterFirstKey(() => import("./DeskSteps.tsx"), "DeskSteps");
const NothingYet = afterFirstKey(() => import("../lead/NothingYet.tsx"), "NothingYet");
const StationMenu = afterFirstKey(() => import("../station/StationMenu.tsx"), "StationMenu");

/** The front desk: every step reachable at the left, what the office decides at the right, all of it by keyboard. */
export function DeskFrame({ steps, lead, handling, children }: FrameProps) {
  const t = useTranslations();
  const [dialog, setDialog] = useState<DeskDialog>();
  return (
    <div className="desk-room">
      <div className="desk">
        <header className="on-dark desk-top">
          <Wordmark />
          <Optional>
            <StationMenu />
            <DeskTools onOpen={setDialog} />
          </Optional>
        </header>
        <nav aria-label={t("step.steps")} className="desk-steps">
          <Optional>
            <DeskSteps steps={steps} lead={lead} />
          </Optional>
        </nav>
        <main>
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
            <StepTitle lead={lead} steps={steps} className="text-[1.8125rem]" />
            {!lead.isLast && <p className="text-sm text-ink-3">{t("step.onlyName")}</p>}
          </div>
          <form noValidate onSubmit={(event) => event.preventDefault()}>
            {children}
          </form>
        </main>
        <aside aria-label={t("steps.handling")} className="aside desk-aside">
          <div className="mb-3 flex items-baseline justify-between gap-3">
            <h2 className="text-xl">{t("steps.handling")}</h2>
            <span className="flex items-center gap-1.5 text-xs text-ink-3">
              <EyeOff aria-hidden="true" />
              {t("step.handlingHidden")}
            </span>
          </div>
          <StepFields step={handling} />
        </aside>
        <footer className="bar desk-bar">
          <Optional>
            <NothingYet lead={lead} />
          </Optional>
          {lead.back && (
            <button type="button" className="btn btn-quiet" onClick={lead.back}>
              {t("actions.back")}
            </button>
          )}
          <span className="flex-1">
            <Optional>
              <NextFix steps={[...steps, handling]} lead={lead} />
            </Optional>
          </span>
          <button
            type="button"
            className={`btn ${lead.isLast ? "btn-primary" : "btn-secondary"}`}
            onClick={() => void lead.save()}
          >
            <span>{lead.isLast ? t("actions.send") : t("actions.sendNow")}</span>
            <Optional>
              <Caps action={lead.isLast ? "continue" : "send"} />
            </Optional>
          </button>
          {!lead.isLast && (
            <button type="button" className="btn btn-primary" onClick={() => void lead.next()}>
              <span>{lead.isChanging ? t("actions.backToReview") : t("actions.continue")}</span>
              <Optional>
                <Caps action="continue" />
              </Optional>
            </button>
          )}
        </footer>
        <Optional>
          <DeskKeys steps={steps} handling={handling} lead={lead} open={dialog} onOpen={setDialog} />
        </Optional>
      </div>
    </div>
  );
}
