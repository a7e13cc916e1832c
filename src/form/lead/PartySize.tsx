import { Minus, Plus } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";

const most = 12;

interface Props {
  readonly value: number;
  readonly onChange: (party: number) => void;
}

/**
 * Asks how many people came together: one chip with a button at each end. A button that can do no more keeps the focus.
 * Where Sign in stands beside it, it stays above that button's strip (KioskFrame.tsx).
 */
export function PartySize({ value, onChange }: Props) {
  const t = useTranslations("party");
  const id = useId();
  const button = "grid min-h-16 min-w-16 place-items-center rounded-control";
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="field col-span-full justify-self-start @xl:not-in-data-low:relative @xl:not-in-data-low:z-6"
    >
      <span id={id} className="label">
        {t("title")}
      </span>
      <div className="flex w-fit items-center rounded-control border border-control bg-surface">
        <button
          type="button"
          aria-label={t("fewer")}
          aria-disabled={value === 1 || undefined}
          className={`${button} ${value === 1 ? "text-ink-3" : ""}`}
          onClick={() => onChange(Math.max(1, value - 1))}
        >
          <Minus aria-hidden="true" />
        </button>
        <output className="min-w-26 text-center text-[1.3125rem] font-[560]">{t("count", { count: value })}</output>
        <button
          type="button"
          aria-label={t("more")}
          aria-disabled={value === most || undefined}
          className={`${button} ${value === most ? "text-ink-3" : ""}`}
          onClick={() => onChange(Math.min(most, value + 1))}
        >
          <Plus aria-hidden="true" />
        </button>
      </div>
    </div>
  );
}
