import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { FrameProps } from "./frames.ts";
import { onePress } from "./onePress.ts";
import { StepTitle } from "./StepTitle.tsx";
import { NothingYet } from "../steps/NothingYet.tsx";
import { StationBar } from "./StationBar.tsx";

/** The frame for phones and tablets: one column, a progress line, the main actions at the bottom. */
export function TouchFrame({ steps, lead, children }: FrameProps) {
  const t = useTranslations();
  const at = steps.indexOf(lead.step);
  const following = steps[at + 1];
  const review = lead.step.name === "review";
  return (
    <div className="touch" inert={lead.isClosed}>
      <header className="touch-top">
        {lead.back && (
          <button type="button" className="btn btn-quiet back -ms-3 text-ink" onClick={lead.back}>
            <ArrowLeft aria-hidden="true" />
            <span>{t("actions.back")}</span>
          </button>
        )}
        <StationBar />
      </header>
      <main className="column flex-1 pt-1 pb-8">
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
      <footer className="bar">
        <NothingYet lead={lead} />
        {!review && (
          <button type="button" className="btn btn-secondary" onClick={onePress(lead.next)}>
            <span>{at === 0 ? t("actions.moreQuestions") : t("actions.continue")}</span>
            {at > 0 && <ArrowRight aria-hidden="true" />}
          </button>
        )}
        <button type="button" className="btn btn-primary" onClick={onePress(lead.save)}>
          {review ? t("actions.send") : t("actions.save")}
        </button>
      </footer>
    </div>
  );
}
