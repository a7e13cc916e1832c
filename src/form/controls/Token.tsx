import { NotebookPen, X } from "lucide-react";
import type { KeyboardEvent, MouseEvent } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { measure } from "#lead/measure.ts";

interface Props {
  readonly token: string;
  /** UTF-16 units. */
  readonly limit: number;
  readonly onRemove: (event: MouseEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One word of a set. Past its limit it stays, says by how much, and can move to the note. */
export function Token({ token, limit, onRemove, onKeyDown }: Props) {
  const t = useTranslations();
  const { getValues, setValue } = useFormContext();
  const { left } = measure(token, limit);
  const move = (event: MouseEvent<HTMLElement>) => {
    const note = String(getValues("content") ?? "").trimEnd();
    setValue("content", note === "" ? token : `${note}\n${token}`);
    onRemove(event);
  };
  return (
    <span className={`token ${left < 0 ? "over" : ""}`}>
      <span className="min-w-0 wrap-anywhere">{token}</span>
      {left < 0 && (
        <>
          <b className="ms-1 whitespace-nowrap">{t("count.over", { count: -left })}</b>
          <button
            type="button"
            aria-label={t("waysOut.moveToNote", { text: token })}
            title={t("waysOut.moveToNote", { text: "" })}
            onClick={move}
          >
            <NotebookPen aria-hidden="true" className="size-4" />
          </button>
        </>
      )}
      <button
        type="button"
        className="takes-out"
        tabIndex={-1}
        aria-label={t("actions.remove", { name: token })}
        onClick={onRemove}
        onKeyDown={onKeyDown}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}
