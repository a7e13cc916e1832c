import { useTranslations } from "use-intl";
import { afterFirstKey } from "../later.ts";
import { Optional } from "../Optional.tsx";
import type { FrameProps } from "./frames.ts";
import { StepTitle } from "./StepTitle.tsx";

const Back = afterFirstKey(() => import("./Arrows.tsx"), "Back");
const Forward = afterFirstKey(() => import("./Arrows.tsx"), "Forward");
const NothingYet = afterFirstKey(() => import("../lead/NothingYet.tsx"), "NothingYet");
const StationBar = afterFirstKey(() => import("../station/StationBar.tsx"), "StationBar");

/** Phones and tablets: one column, the measure as progress, the main actions under the thumb. */
export function TouchFrame({ steps, lead, children }: FrameProps) {
  const t = useTranslations();
  const at = steps.indexOf(lead.step);
  const following = steps[at + 1];
  const review = lead.step.name === "review";
  return (
    <div className="touch">
      <header className="touch-top">
        {lead.back && (
          <button type="button" className="btn btn-quiet back -ms-3 text-ink" onClick={lead.back}>
            <Optional>
              <Back />
            </Optional>
            <span>{t("actions.back")}</span>
          </button>
        )}
        <Optional>
          <StationBar />
        </Optional>
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
        <form noValidate onSubmit={(event) => event.preventDefault()}>
          {children}
        </form>
      </main>
      <footer className="bar">
        <Optional>
          <NothingYet lead={lead} />
        </Optional>
        {!review && (
          <button type="button" className="btn btn-secondary" onClick={() => void lead.next()}>
            <span>{at === 0 ? t("actions.moreQuestions") : t("actions.continue")}</span>
            {at > 0 && (
              <Optional>
                <Forward />
              </Optional>
            )}
          </button>
        )}
        <button type="button" className="btn btn-primary" onClick={() => void lead.save()}>
          {review ? t("actions.send") : t("actions.save")}
        </button>
      </footer>
    </div>
  );
}
