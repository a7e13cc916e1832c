import { ArrowRight } from "lucide-react";
import { useEffect, useState, type ReactNode, type Ref } from "react";
import { useTranslations } from "use-intl";
import { PanelScreen } from "../station/PanelScreen.tsx";
import { SandboxLine } from "../station/SandboxMark.tsx";

interface Props {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly title: string;
  readonly text: string;
  /** Milliseconds until `onDone` is called. Undefined: the screen stays. */
  readonly returnAfterMs: number | undefined;
  readonly onDone: () => void;
  /** A button for staff. */
  readonly children?: ReactNode;
}

/** A kiosk's last screen. It shows nothing of the visitor. */
export function KioskDone({ heading, title, text, returnAfterMs, onDone, children }: Props) {
  const t = useTranslations("receipt");
  return (
    <PanelScreen
      heading={
        <>
          <h1
            ref={heading}
            tabIndex={-1}
            className="max-w-165 lg:pt-5 text-5xl leading-none font-[480] tracking-[-.02em] lg:text-[7.25rem]"
          >
            {title}
          </h1>
          <p className="mt-8 max-w-100 text-[1.4375rem] leading-[1.45]" role="status">
            {text}
          </p>
        </>
      }
      foot={
        <div className="mt-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
          {returnAfterMs !== undefined && <Return key={returnAfterMs} ms={returnAfterMs} />}
          <SandboxLine className="max-w-64 text-[.9375rem] leading-tight" />
        </div>
      }
    >
      {children}
      {returnAfterMs !== undefined && (
        <button
          type="button"
          className="btn min-h-23 rounded-[12px] bg-panel-accent px-8.5 text-[1.6875rem] text-[#10221e]"
          onClick={onDone}
        >
          {t("doneButton")}
          <ArrowRight aria-hidden="true" />
        </button>
      )}
    </PanelScreen>
  );
}

function Return({ ms }: { readonly ms: number }) {
  const t = useTranslations("kiosk");
  const [left, setLeft] = useState(Math.ceil(ms / 1000));
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(1, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="max-w-72 text-lg text-on-panel-2">
      <p>{t("backIn", { count: left })}</p>
      <div className="mt-3 h-[3px] rounded-sm bg-panel-line" aria-hidden="true">
        <div className="h-full rounded-sm bg-panel-accent" style={{ width: `${(left * 100_000) / ms}%` }} />
      </div>
    </div>
  );
}
