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

/** One word of a set. A word that is too long stays, shows by how much, and can be moved to the note. */
export function Token({ token, limit, onMove, onRemove, onKeyDown }: Props) {
  const t = useTranslations();
  const { left } = measure(token, limit, "token");
  return (
    <span className={`token ${left < 0 ? "over" : ""}`}>
      <bdi className="min-w-0 wrap-anywhere">{token}</bdi>
      {left < 0 && (
        <>
          <b className="ms-1 whitespace-nowrap">{t("count.over", { count: -left })}</b>
          <button
            type="button"
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
        className="takes-out"
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
