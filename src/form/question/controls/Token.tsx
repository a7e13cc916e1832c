import { NotebookPen, X } from "lucide-react";
import type { KeyboardEvent, MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { measure } from "#lead/measure.ts";
import { isolated } from "#lead/characters.ts";

interface Props {
  readonly token: string;
  /** UTF-16 units. */
  readonly limit: number;
  readonly onMove: (event: MouseEvent<HTMLElement>) => void;
  readonly onRemove: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const button =
  "grid min-h-[max(1.5rem,var(--tap))] min-w-[max(1.5rem,var(--tap))] place-items-center rounded-[4px] text-ink-3";

/** One word of a set. A word that is too long stays, shows by how much, and can be moved to the note. */
export function Token({ token, limit, onMove, onRemove, onKeyDown }: Props) {
  const t = useTranslations();
  const { left } = measure(token, limit, "token");
  return (
    <span
      className={`token inline-flex min-h-[calc(var(--h)-.75rem)] max-w-full items-center gap-[.15rem] rounded-[5px] pr-[.1rem] pl-[.55rem] text-[length:calc(var(--field-text)*.9)] font-[540] ${left < 0 ? "bg-over-tint text-over [box-shadow:inset_0_0_0_1px_var(--over-line)]" : "bg-sunken [box-shadow:inset_0_0_0_1px_var(--line-strong)]"}`}
    >
      <bdi className="min-w-0 wrap-anywhere">{token}</bdi>
      {left < 0 && (
        <>
          <b className="ms-1 whitespace-nowrap">{t("count.over", { count: -left })}</b>
          <button
            type="button"
            className={button}
            aria-label={t("waysOut.moveToNote", { text: isolated(token) })}
            title={t("waysOut.moveToNote", { text: "" })}
            onClick={onMove}
          >
            <NotebookPen aria-hidden="true" className="size-4" />
          </button>
        </>
      )}
      <button
        type="button"
        className={`takes-out ${button}`}
        tabIndex={-1}
        aria-label={t("actions.remove", { name: isolated(token) })}
        onClick={onRemove}
        onKeyDown={onKeyDown}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}
