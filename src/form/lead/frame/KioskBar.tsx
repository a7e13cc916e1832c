import { ALargeSmall, Hand, RotateCcw } from "lucide-react";
import { useId, useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { enlargeText } from "../../browser/textSize.ts";
import { LanguageSelect } from "../../station/LanguageSelect.tsx";
import { useStation } from "../../station/useStation.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** The help of a kiosk's pages, at the same place on each. `onStartOver`: deletes the answers; only before Sign in. */
export function KioskBar({ onStartOver }: { readonly onStartOver: (() => void) | undefined }) {
  const t = useTranslations("kiosk");
  const [asks, setAsks] = useState(false);
  const host = useRef<HTMLDialogElement>(null);
  const id = useId();
  const name = useStation().event?.host;
  return (
    <div className="-mx-4 flex min-h-16 flex-wrap items-center justify-end">
      {onStartOver && (
        <div className="me-auto">
          <BarButton icon={<RotateCcw aria-hidden="true" />} text={t("startOver")} onClick={() => setAsks(true)} />
        </div>
      )}
      <LanguageSelect />
      <BarButton icon={<ALargeSmall aria-hidden="true" />} text={t("largerText")} onClick={enlargeText} />
      <BarButton icon={<Hand aria-hidden="true" />} text={t("askHost")} onClick={() => host.current?.showModal()} />
      {asks && onStartOver && (
        <Confirm
          title={t("startOverTitle")}
          text={t("startOverText")}
          yes={t("clearAnswers")}
          no={t("keepGoing")}
          onYes={onStartOver}
          onNo={() => setAsks(false)}
        />
      )}
      <Dialog ref={host} className="p-12" aria-labelledby={id}>
        <h2 id={id} className="text-4xl">
          {t("askHost")}
        </h2>
        <p className="mt-3 mb-8 text-xl text-ink-2">
          {name === undefined ? t("askSomeHost") : <Typed text={t("askThisHost", { name: isolatedAlways(name) })} />}
        </p>
        <button type="button" className="btn btn-primary w-full" onClick={() => host.current?.close()}>
          {t("close")}
        </button>
      </Dialog>
    </div>
  );
}

interface BarButtonProps {
  readonly icon: ReactNode;
  readonly text: string;
  readonly onClick: () => void;
}

/** On narrow screens the icon stands alone. */
function BarButton({ icon, text, onClick }: BarButtonProps) {
  return (
    <button
      type="button"
      className="btn min-w-16 px-4 text-lg font-[560] text-ink-2 hover:bg-brand-tint-2"
      onClick={onClick}
    >
      {icon}
      <span className="@max-xl:sr-only">{text}</span>
    </button>
  );
}
