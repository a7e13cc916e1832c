import { ArrowRight, Check } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { useVisualViewport } from "../../browser/visualViewport.ts";
import type { FrameProps } from "./frames.ts";
import { KioskBar } from "./KioskBar.tsx";
import { KioskPanel } from "./KioskPanel.tsx";
import { onePress } from "./onePress.ts";
import { StepTitle } from "./StepTitle.tsx";
import { SandboxRow } from "../../station/SandboxMark.tsx";
import { ShownText } from "../../station/ShownText.tsx";
import { useShownText } from "../../station/useShownText.ts";
import { useStation } from "../../station/useStation.ts";

/** With large text on a phone its two buttons stand below each other and would hide the first question. */
const afterQuestions = "@max-[17.5rem]:relative";

/**
 * The frame of a kiosk's pages. It is as high as the visible part of the screen, also above a keyboard, and scrolls
 * inside. Its main button stands below the questions, or at the lower edge if they are longer.
 */
export function KioskFrame({ steps, lead, children }: FrameProps) {
  const t = useTranslations();
  const shown = useShownText(useStation().consent);
  const { step } = lead;
  const at = steps.indexOf(step);
  // Only the preview of the settings opens a later page without Sign in.
  const isSignedIn = lead.isSignedIn || at > 0;
  const scroller = useRef<HTMLDivElement>(null);
  useVisualViewport();
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [step.name]);
  // Sign in stands beside the party size, where there is room. Where the page scrolls, a strip hides what is under it.
  const besideParty = isSignedIn ? "" : "@xl:not-in-data-low:ms-auto @xl:not-in-data-low:-mt-21";
  const forward = lead.isLast ? lead.save : lead.next;
  return (
    <div className="@container/frame fixed inset-x-0 top-(--vv-top,0px) h-(--vv-height,100dvh)" inert={lead.isClosed}>
      <div className="grid h-full grid-cols-[minmax(0,1fr)] @5xl/frame:grid-cols-[20.25rem_minmax(0,1fr)]">
        <KioskPanel steps={steps} at={at} />
        <div ref={scroller} className="overflow-y-auto overscroll-contain scroll-pt-4 scroll-pb-28 select-none">
          <div className="@5xl/frame:hidden">
            <SandboxRow readers="visitors" />
          </div>
          <main className="@container flex min-h-full flex-col px-6 pt-3 in-data-low:pt-0 sm:px-10 lg:px-14 lg:pt-6.5">
            <KioskBar onStartOver={isSignedIn ? undefined : lead.startOver} />
            <StepTitle
              lead={lead}
              steps={steps}
              className="mt-3 mb-5.5 text-[3.125rem] in-data-low:mt-0 in-data-low:mb-3 in-data-low:text-3xl max-sm:text-4xl"
            />
            <div role="status">
              {isSignedIn && (
                <p className="-mt-2.5 mb-6 flex gap-2.5 text-xl text-ink-2">
                  <Check aria-hidden="true" className="mt-[.1em] text-ok" />
                  {t("kiosk.signedIn")}
                </p>
              )}
            </div>
            <form
              noValidate
              autoComplete="off"
              className="[&_input]:select-text [&_textarea]:select-text"
              onSubmit={(event) => event.preventDefault()}
            >
              {children}
            </form>
            <div
              className={`sticky bottom-0 z-5 mt-4 flex flex-wrap justify-end gap-4 py-3 before:pointer-events-none before:absolute before:-top-4 before:right-0 before:bottom-0 before:-z-1 before:w-screen before:bg-[linear-gradient(to_top,var(--bg)_calc(100%-1rem),transparent)] ${besideParty} ${isSignedIn ? afterQuestions : ""}`}
            >
              {isSignedIn && (
                <button
                  type="button"
                  className="btn btn-secondary px-7.5 text-xl @max-xl:flex-1 @max-xl:px-3 max-sm:px-3"
                  onClick={onePress(lead.skip)}
                >
                  {t("kiosk.skip")}
                </button>
              )}
              <button
                type="button"
                className="btn btn-primary min-w-75 text-[1.5625rem] max-sm:min-w-min max-sm:flex-1 max-sm:px-3"
                onClick={onePress(forward)}
              >
                {!isSignedIn ? t("kiosk.signIn") : lead.isLast ? t("kiosk.done") : t("actions.continue")}
                <ArrowRight aria-hidden="true" />
              </button>
            </div>
            <div className="mt-auto border-t border-line pt-4 pb-6 leading-[1.45] text-ink-3">
              {isSignedIn ? (
                <p>{t("kiosk.leaveNow")}</p>
              ) : (
                <ShownText id="consent-wording" shown={shown} className="" />
              )}
            </div>
          </main>
        </div>
      </div>
    </div>
  );
}
