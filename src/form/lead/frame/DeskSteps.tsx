import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import { capsOf } from "../desk/shortcuts.ts";
import { DraftLine } from "../steps/DraftLine.tsx";
import { useIssues } from "../draft/useIssues.ts";
import type { LeadInHand } from "../draft/leadInHand.ts";
import { useSetting } from "../../browser/useSetting.ts";
import { holds, type Step } from "../draft/steps.ts";

interface Props {
  readonly steps: readonly Step[];
  readonly lead: LeadInHand;
}

/** The name of the person, and all steps with their numbers of answers and issues. */
export function DeskSteps({ steps, lead }: Props) {
  const issues = useIssues(steps);
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
            wrong={issues.filter(({ path }) => holds(step, path)).length}
          />
        ))}
      </ol>
      {useSetting("shortcuts") === "on" && <Keys />}
    </>
  );
}

/** The name changes when a box loses the focus, not at every key. */
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
  return (
    <p className="mb-1 font-display text-[1.4375rem] leading-[1.15] font-semibold wrap-anywhere">
      {name ? <bdi>{name}</bdi> : t("newLead")}
    </p>
  );
}

interface LineProps {
  readonly step: Step;
  /** The number of issues in this step. */
  readonly wrong: number;
  readonly current: boolean;
  readonly onOpen: () => void;
}

function StepLine({ step, wrong, current, onOpen }: LineProps) {
  const t = useTranslations();
  const { getValues } = useFormContext();
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

/** The keys for moving between steps, below the list of steps. */
function Keys() {
  const t = useTranslations("keys.actions");
  return (
    <dl className="desk-keys" aria-hidden="true">
      {(["nextStep", "stepBefore", "all"] as const).map((action) => (
        <div key={action}>
          <dt>{t(action)}</dt>
          <dd>
            <kbd>{capsOf(action)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
