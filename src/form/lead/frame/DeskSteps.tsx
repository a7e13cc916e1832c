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
      <ol className="mt-6 flex flex-wrap desk-wide:block">
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
    <li className={`relative ${current ? "now" : ""}`}>
      <button
        type="button"
        aria-current={current ? "step" : undefined}
        className={`ml-[20px] flex min-h-[42px] w-[calc(100%-20px)] items-center justify-between gap-2 rounded-[6px] pr-[8px] pl-[10px] text-left text-[.9375rem] [&:hover]:bg-brand-tint-2 ${current ? "bg-surface font-[640] text-ink [box-shadow:0_0_0_1px_var(--line)]" : "text-ink-2"}`}
        onClick={onOpen}
      >
        {t(`steps.${step.name}`)}
        {wrong > 0 ? (
          <small className="text-[.8125rem] font-semibold text-over">{t("step.toFix", { count: wrong })}</small>
        ) : (
          !current &&
          filled > 0 && <small className="text-[.8125rem] text-ink-3">{t("step.filled", { count: filled })}</small>
        )}
      </button>
    </li>
  );
}

/** The keys for moving between steps, below the list of steps. */
function Keys() {
  const t = useTranslations("keys.actions");
  return (
    <dl className="mt-auto hidden pt-6 text-[.8125rem] text-ink-3 desk-wide:block" aria-hidden="true">
      {(["nextStep", "stepBefore", "all"] as const).map((action) => (
        <div key={action} className="flex min-h-7 items-center justify-between gap-2">
          <dt>{t(action)}</dt>
          <dd>
            <kbd>{capsOf(action)}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
}
