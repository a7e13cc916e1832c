import { ArrowLeft } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useStation } from "./useStation.ts";
import { isolated } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
  /** Returns to the form. Undefined if the question must be answered. */
  readonly onCancel: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A short screen before or over a station's form. It asks who takes the leads, or at which house. */
export function StationInterlude({ title, text, onCancel, children }: Props) {
  const t = useTranslations("actions");
  const station = useStation();
  const heading = useRef<HTMLHeadingElement>(null);
  // Not in a layout effect: on the first screen the app is not in the document yet (takeOver.ts).
  useEffect(() => {
    document.title = `${title} · ${isolated(station.name)}`;
    heading.current?.focus();
  }, [title, station.name]);
  return (
    <main className="mx-auto grid w-full max-w-[46rem] gap-5 px-5 pt-5 pb-16 in-data-[density=desk]:pt-7">
      {onCancel && (
        <button type="button" className="btn btn-quiet -ms-3 -mb-3 justify-self-start text-ink" onClick={onCancel}>
          <ArrowLeft aria-hidden="true" />
          {t("back")}
        </button>
      )}
      <h1 ref={heading} tabIndex={-1} className="text-3xl">
        {title}
      </h1>
      <p className="text-ink-2">
        <Typed text={text} />
      </p>
      {children}
    </main>
  );
}
