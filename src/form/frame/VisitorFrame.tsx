import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { useStation } from "../station/useStation.ts";
import type { FrameProps } from "./frames.ts";
import { useStepHistory } from "./useStepHistory.ts";
import { StepTitle } from "./StepTitle.tsx";

/** Kiosk and embed: a question or two a page, one big button, nothing about the office. */
export function VisitorFrame({ steps, lead, children }: FrameProps) {
  const t = useTranslations();
  const { profile } = useStation();
  const embed = profile === "embed";
  const forward = lead.isLast ? lead.save : lead.next;
  useStepHistory(lead, steps[0]?.name ?? lead.step.name, embed);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-4xl flex-col px-6 pt-8 pb-8">
      <StepTitle lead={lead} steps={steps} className={profile === "kiosk" ? "mb-6 text-5xl" : "mb-4 text-3xl"} />
      <form noValidate className="grid gap-(--gap)" onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
      <div className="mt-8 flex flex-wrap items-center justify-end gap-4">
        {lead.back && (
          <button type="button" className="btn btn-secondary" onClick={embed ? () => window.history.back() : lead.back}>
            <ArrowLeft aria-hidden="true" />
            {t("actions.back")}
          </button>
        )}
        <button type="button" className="btn btn-primary min-w-48" onClick={() => void forward()}>
          <span>{lead.isLast ? t("actions.finish") : t("actions.continue")}</span>
          <ArrowRight aria-hidden="true" />
        </button>
      </div>
      {profile === "kiosk" && <p className="mt-6 text-sm text-ink-3">{t("kiosk.clears")}</p>}
    </main>
  );
}
