import { useEffect, useState } from "react";
import { useFormContext, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import { DraftLine } from "../lead/DraftLine.tsx";
import { issuesOf } from "../lead/issuesOf.ts";
import type { LeadInHand } from "../lead/useLeadForm.ts";
import { holds, type Step } from "../steps.ts";

interface Props {
  readonly steps: readonly Step[];
  readonly lead: LeadInHand;
}

/** Whose lead it is, and every step: how much of it is answered, and what is wrong there. */
export function DeskSteps({ steps, lead }: Props) {
  return (
    <>
      <Who />
      <DraftLine lead={lead} />
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
    </>
  );
}

/** It follows each answer that is left, not each key. */
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
      : [...step.shown, ...step.more, ...step.advanced].filter(({ path }) => valueAt(draft, path) !== undefined).length;
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
