import { EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useFormContext, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import { issuesOf } from "../lead/issuesOf.ts";
import { StepFields } from "../lead/StepFields.tsx";
import { afterFirstKey } from "../later.ts";
import { holds, type Step } from "../steps.ts";
import { Optional } from "../Optional.tsx";
import type { FrameProps } from "./frames.ts";
import { StepTitle } from "./StepTitle.tsx";
import { Wordmark } from "./Wordmark.tsx";

const StationBar = afterFirstKey(() => import("../station/StationBar.tsx"), "StationBar");

/** The front desk: every step reachable at the left, what the office decides at the right, all of it by keyboard. */
export function DeskFrame({ steps, lead, handling, children }: FrameProps) {
  const t = useTranslations();
  return (
    <div className="desk">
      <header className="on-dark desk-top">
        <Wordmark />
        <Optional>
          <StationBar />
        </Optional>
      </header>
      <nav aria-label={t("step.steps")} className="desk-steps">
        <Who />
        <ol className="mt-6">
          {steps.map((step) => (
            <StepLine
              key={step.name}
              step={step}
              current={step === lead.step}
              onOpen={() => lead.goTo(step.name)}
              steps={steps}
            />
          ))}
        </ol>
      </nav>
      <main>
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
          <StepTitle lead={lead} steps={steps} className="text-[1.8125rem]" />
          <p className="text-sm text-ink-3">{t("step.onlyName")}</p>
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
      <div className="bar desk-bar">
        {lead.back && (
          <button type="button" className="btn btn-quiet" onClick={lead.back}>
            {t("actions.back")}
          </button>
        )}
        <span className="flex-1" />
        <button
          type="button"
          className={`btn ${lead.isLast ? "btn-primary" : "btn-secondary"}`}
          onClick={() => void lead.save()}
        >
          {lead.isLast ? t("actions.send") : t("actions.sendNow")}
        </button>
        {!lead.isLast && (
          <button type="button" className="btn btn-primary" onClick={() => void lead.next()}>
            {t("actions.continue")}
          </button>
        )}
      </div>
    </div>
  );
}

/** Whose lead it is. It follows each answer that is left, not each key. */
function Who() {
  const t = useTranslations("step");
  const { getValues } = useFormContext();
  const [name, setName] = useState("");
  useEffect(() => {
    const read = () => {
      const { firstName = "", lastName = "" } = getValues() as { firstName?: string; lastName?: string };
      setName(`${firstName} ${lastName}`.trim());
    };
    read();
    document.addEventListener("focusout", read);
    return () => document.removeEventListener("focusout", read);
  }, [getValues]);
  return <p className="font-display text-xl font-semibold wrap-anywhere">{name || t("newLead")}</p>;
}

interface LineProps {
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly current: boolean;
  readonly onOpen: () => void;
}

function StepLine({ step, steps, current, onOpen }: LineProps) {
  const t = useTranslations();
  const { getValues } = useFormContext();
  const { errors } = useFormState();
  const wrong = issuesOf(errors, steps).filter(({ path }) => holds(step, path)).length;
  const draft = tidy(getValues());
  const filled =
    step.name === "review"
      ? 0
      : [...step.shown, ...step.more].filter(({ path }) => valueAt(draft, path) !== undefined).length;
  return (
    <li className={current ? "now" : ""}>
      <button type="button" aria-current={current ? "step" : undefined} onClick={onOpen}>
        {t(`steps.${step.name}`)}
        {wrong > 0 ? (
          <small className="font-semibold text-over">{t("step.toFix", { count: wrong })}</small>
        ) : (
          !current && filled > 0 && <small>{t("step.filled", { count: filled })}</small>
        )}
      </button>
    </li>
  );
}
