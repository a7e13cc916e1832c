import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { trapName } from "../../browser/formOpened.ts";
import { LanguageSelect } from "../../station/LanguageSelect.tsx";
import { ShownText } from "../../station/ShownText.tsx";
import { useShownText } from "../../station/useShownText.ts";
import { useStation } from "../../station/useStation.ts";
import type { FrameProps } from "./frames.ts";
import { useStepHistory } from "./useStepHistory.ts";
import { onePress } from "./onePress.ts";
import { StepTitle } from "./StepTitle.tsx";

/** The frame of a form in a web page: few questions per page, one big button, nothing about the office. */
export function VisitorFrame({ steps, lead, children }: FrameProps) {
  const t = useTranslations("actions");
  const shown = useShownText(useStation().consent);
  const forward = lead.isLast ? lead.save : lead.next;
  useStepHistory(lead, steps[0]?.name ?? lead.step.name);
  return (
    <main
      className="@container mx-auto w-full max-w-4xl rounded-card border border-line px-5.5 pt-4 pb-6"
      inert={lead.isClosed}
    >
      <div className="mb-3 flex flex-wrap-reverse items-center justify-between gap-x-4">
        <StepTitle lead={lead} steps={steps} className="text-3xl" />
        <LanguageSelect />
      </div>
      <form noValidate className="grid gap-(--gap)" onSubmit={(event) => event.preventDefault()}>
        {children}
        <Trap />
      </form>
      <div className="mt-5 flex flex-wrap items-center justify-end gap-4">
        {lead.step === steps[0] && (
          <ShownText
            id="consent-wording"
            shown={shown}
            className="me-auto max-w-120 flex-[1_1_14rem] text-sm text-ink-3"
          />
        )}
        {lead.back && (
          <button type="button" className="btn btn-secondary" onClick={() => window.history.back()}>
            <ArrowLeft aria-hidden="true" />
            {t("back")}
          </button>
        )}
        <button type="button" className="btn btn-primary min-w-32 @max-sm:w-full" onClick={onePress(forward)}>
          <span>{lead.isLast ? t("finish") : t("continue")}</span>
          {!lead.isLast && <ArrowRight aria-hidden="true" />}
        </button>
      </div>
    </main>
  );
}

/**
 * A box that people, screen readers and autofill do not find. A program that fills in every box is noticed by it. It has
 * no `type`: it is not among the boxes to which Enter moves (EnterKey.tsx, boot.js).
 */
const Trap = () => (
  <div aria-hidden="true" className="pointer-events-none absolute size-px overflow-hidden opacity-0">
    <input name={trapName} dir="auto" tabIndex={-1} autoComplete="off" />
  </div>
);
