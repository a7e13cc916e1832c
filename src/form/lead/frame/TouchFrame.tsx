import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { FrameProps } from "./frames.ts";
import { onePress } from "./onePress.ts";
import { StepTitle } from "./StepTitle.tsx";
import { NothingYet } from "../steps/NothingYet.tsx";
import { Bar } from "../../ui/Bar.tsx";
import { StationBar } from "./StationBar.tsx";

/** As wide as people read, between edges as wide as the screen. */
const column =
  "w-full px-[max(1.25rem,env(safe-area-inset-left),env(safe-area-inset-right),calc((100%-48rem)/2+1.25rem))]";
/** On a narrow screen the arrow alone leads back, and the station has no icon: so it keeps its name. */
const besideBack = "max-sm:gap-x-1 max-sm:[&_[aria-controls=station-menu]>svg:first-child]:hidden";
const back = "max-sm:min-w-(--tap) max-sm:p-0 max-sm:text-[0px] max-sm:[&>svg]:size-6";

/** The frame for phones and tablets: one column, a progress line, the main actions at the bottom. */
export function TouchFrame({ steps, lead, children }: FrameProps) {
  const t = useTranslations();
  const at = steps.indexOf(lead.step);
  const following = steps[at + 1];
  const review = lead.step.name === "review";
  return (
    <div className="touch @container/touch flex flex-[1_0_auto] flex-col" inert={lead.isClosed}>
      <header
        className={`${column} flex min-h-15 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-line pt-2 md:mb-4 md:border-b md:bg-surface md:pb-2 [@media(height<=480px)]:min-h-13 ${lead.back ? besideBack : ""}`}
      >
        {lead.back && (
          <button type="button" className={`btn btn-quiet -ms-3 text-ink ${back}`} onClick={lead.back}>
            <ArrowLeft aria-hidden="true" />
            <span>{t("actions.back")}</span>
          </button>
        )}
        <StationBar />
      </header>
      <main className={`${column} flex-1 pt-1 pb-8`}>
        <div>
          <div className="dims" aria-hidden="true">
            {steps.map(({ name }, index) => (
              <i key={name} className={index < at ? "done" : index === at ? "now" : ""} />
            ))}
          </div>
          <div className="mt-2 mb-1 flex justify-between text-sm text-ink-3">
            <span>{t("step.position", { number: at + 1, count: steps.length })}</span>
            {following && <span>{t("step.next", { name: t(`steps.${following.name}`) })}</span>}
          </div>
        </div>
        <StepTitle lead={lead} steps={steps} className="mb-3 text-3xl leading-[1.1]" />
        <form noValidate autoComplete="off" onSubmit={(event) => event.preventDefault()}>
          {children}
        </form>
      </main>
      <Bar className={`${column} [box-shadow:var(--shadow-bar)] md:justify-end`}>
        <NothingYet lead={lead} />
        {!review && (
          <button type="button" className="btn btn-secondary min-h-14 px-4 text-md" onClick={onePress(lead.next)}>
            <span>{at === 0 ? t("actions.moreQuestions") : t("actions.continue")}</span>
            {at > 0 && <ArrowRight aria-hidden="true" />}
          </button>
        )}
        <button
          type="button"
          className="btn btn-primary min-h-14 flex-1 md:flex-[0_1_20rem]"
          onClick={onePress(lead.save)}
        >
          {review ? t("actions.send") : t("actions.save")}
        </button>
      </Bar>
    </div>
  );
}
