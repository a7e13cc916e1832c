import { ShieldCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { useStation } from "../../station/useStation.ts";
import { SandboxLine } from "../../station/SandboxMark.tsx";
import { Wordmark } from "../../station/Wordmark.tsx";
import { HousePicture } from "../../station/HousePicture.tsx";
import type { Step } from "../draft/steps.ts";
import { useStepTitle } from "./useStepTitle.ts";

interface Props {
  readonly steps: readonly Step[];
  readonly at: number;
}

/** The side panel of a kiosk's pages: where the visitor is, and how far. Only on wide screens. */
export function KioskPanel({ steps, at }: Props) {
  const t = useTranslations();
  const titleOf = useStepTitle();
  const { event, name } = useStation();
  const names = [...steps.map((step) => titleOf(step)), t("receipt.done")];
  return (
    <aside className="on-dark relative hidden flex-col overflow-hidden bg-panel text-on-panel select-none @5xl/frame:flex">
      <div className="px-9 pt-9">
        <Wordmark className="text-xl" />
        <p className="display mt-12 line-clamp-3 text-[1.9375rem] font-medium wrap-anywhere in-data-low:mt-6 in-data-low:line-clamp-2">
          <bdi>{event?.address ?? name}</bdi>
        </p>
        <ol className="mt-11 grid gap-8.5 text-lg leading-[1.2] in-data-low:mt-6 in-data-low:gap-5">
          {names.map((title, index) => (
            <li
              key={index}
              aria-current={index === at ? "step" : undefined}
              className={`relative ps-8.5 before:absolute before:start-0 before:top-[.5rem] before:h-[2.5px] before:w-4 before:-rotate-34 ${
                index <= at ? "text-on-panel before:bg-panel-accent" : "text-on-panel-2 before:bg-panel-line"
              } ${index === at ? "font-[620]" : ""} ${
                index === names.length - 1
                  ? ""
                  : `after:absolute after:start-[7px] after:top-[.65rem] after:h-[calc(100%+2.1rem)] in-data-low:after:h-[calc(100%+1.2rem)] ${
                      index < at ? "after:w-[2px] after:bg-panel-accent" : "after:w-px after:bg-panel-line"
                    }`
              }`}
            >
              {title}
            </li>
          ))}
        </ol>
      </div>
      <div className="@container-size relative mt-4 min-h-0 flex-1 overflow-hidden in-data-low:hidden">
        <HousePicture
          viewBox="80 56 660 390"
          className="pointer-events-none absolute -start-15.5 bottom-0 h-[min(100%,20.625rem)] w-140 max-w-none opacity-85 [@container(height<9rem)]:hidden"
          photoClass="house-photo pointer-events-none absolute inset-x-0 bottom-0 h-[min(100%,20.625rem)] [@container(height<9rem)]:hidden"
        />
      </div>
      <div className="grid gap-3 border-t border-panel-line bg-panel px-9 pt-4.5 pb-6.5 text-[.9375rem] leading-[1.4] text-on-panel-2">
        <SandboxLine className="" />
        <p className="flex gap-3 in-data-low:hidden">
          <ShieldCheck aria-hidden="true" className="mt-px text-panel-accent" />
          <span>{t("kiosk.clears")}</span>
        </p>
      </div>
    </aside>
  );
}
