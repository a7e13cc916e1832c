import { Plus, X } from "lucide-react";
import type { ClipboardEvent } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Count } from "../field/Count.tsx";
import { RowIssue } from "../field/RowIssue.tsx";
import { useFieldWords } from "../words/useFieldWords.ts";
import { idOf, type ControlProps } from "./control.ts";
import { focusSoon } from "./focusSoon.ts";
import { pasted } from "./pasted.ts";
import { TextControl } from "./TextControl.tsx";
import { useAnswer } from "./useAnswer.ts";

/** A list of one-line answers, such as phones. There is always one row to type in; empty ones are never sent. */
export function ListControl({ field, path, words }: ControlProps) {
  const t = useTranslations("actions");
  const { getValues, setValue } = useFormContext();
  const count = useWatch({
    name: path,
    compute: (rows: unknown) => Math.max(1, Array.isArray(rows) ? rows.length : 0),
  });
  const rows = () => [...((getValues(path) as string[] | undefined) ?? [])];
  const add = () => {
    setValue(path, [...rows(), ...(rows().length === 0 ? [""] : []), ""]);
    focusSoon(`${path}.${count}`);
  };
  const remove = (index: number) => {
    setValue(
      path,
      rows().filter((_, at) => at !== index),
    );
    focusSoon(`${path}.${Math.max(0, index - 1)}`);
  };
  return (
    <div className="grid gap-2">
      {Array.from({ length: count }, (_, index) => (
        <Row
          key={index}
          field={field}
          path={`${path}.${index}`}
          onPasteList={(parts) => setValue(path, rows().toSpliced(index, 1, ...parts))}
          {...(count > 1 ? { onRemove: () => remove(index) } : {})}
        />
      ))}
      <button type="button" className="btn btn-quiet justify-self-start" onClick={add}>
        <Plus aria-hidden="true" />
        {t("add", { name: words.one.toLowerCase() })}
      </button>
    </div>
  );
}

interface RowProps {
  readonly field: ControlProps["field"];
  readonly path: string;
  readonly onPasteList: (parts: readonly string[]) => void;
  readonly onRemove?: () => void;
}

function Row({ field, path, onPasteList, onRemove }: RowProps) {
  const t = useTranslations();
  const words = useFieldWords(path);
  const answer = useAnswer(path);
  const id = idOf(path);
  const split = (event: ClipboardEvent) => {
    const parts = answer.value?.trim() ? undefined : pasted(event.clipboardData.getData("text"));
    if (!parts) return;
    event.preventDefault();
    onPasteList(parts);
  };
  return (
    <div className="field">
      <div className="flex items-start gap-1" onPaste={split}>
        <div className="relative min-w-0 flex-1">
          {field.limit !== undefined && (
            <>
              <span className="absolute end-3 top-0 z-3 flex h-full items-center text-sm pointer-events-none">
                <Count path={path} limit={field.limit} />
              </span>
              <span className="sr-only" id={`${id}-limit`}>
                {t("count.limit", { limit: field.limit })}
              </span>
            </>
          )}
          <TextControl
            answer={answer}
            field={field}
            path={path}
            words={words}
            describedBy={`${id}-limit ${id}-error`}
          />
        </div>
        {onRemove && (
          <button
            type="button"
            className="icon-btn self-center"
            aria-label={t("actions.remove", { name: words.label.toLowerCase() })}
            onClick={onRemove}
          >
            <X aria-hidden="true" />
          </button>
        )}
      </div>
      <RowIssue path={path} field={field} />
    </div>
  );
}
