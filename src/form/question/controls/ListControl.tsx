import { Plus, X } from "lucide-react";
import type { ClipboardEvent, ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FieldMessages } from "../messages/FieldMessages.tsx";
import { Count } from "../messages/Count.tsx";
import { RecognizedTick } from "../messages/RecognizedTick.tsx";
import { useStation } from "../../station/useStation.ts";
import { useFieldWords } from "../answers/useFieldWords.ts";
import { idOf, type ControlProps } from "../answers/control.ts";
import { focusNow, focusSoon } from "../answers/focusSoon.ts";
import { pastedInto } from "../answers/pasted.ts";
import { SameAsLead } from "./SameAsLead.tsx";
import { TextControl } from "./TextControl.tsx";
import { useTypedAnswer } from "../answers/useAnswer.ts";
import { useRemoved } from "./useRemoved.tsx";
import { useInSentence } from "../../words/useInSentence.ts";

/**
 * A list of one-line answers, such as phones. There is always at least one row. Empty rows are never sent. Visitors
 * have only one row.
 */
export function ListControl({ field, path, words }: ControlProps) {
  const t = useTranslations("actions");
  const inSentence = useInSentence();
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
  const { remove, note } = useRemoved(path);
  const { profile } = useStation();
  const more = t("add", { name: inSentence(words.one) });
  const square = profile === "agent" && count === 1 && (
    <button type="button" className="btn btn-secondary w-(--h) px-0 text-brand-ink" aria-label={more} onClick={add}>
      <Plus aria-hidden="true" />
    </button>
  );
  return (
    <div className="grid gap-2 [&>[role=status]:empty]:absolute">
      {Array.from({ length: count }, (_, index) => (
        <Row
          key={index}
          field={field}
          path={`${path}.${index}`}
          onPasteList={(parts) => setValue(path, rows().toSpliced(index, 1, ...parts))}
          {...(count > 1
            ? {
                onRemove: (name: string) => {
                  focusNow(`${path}.${Math.max(0, index - 1)}`);
                  remove(index, name);
                },
              }
            : {})}
          after={square}
        />
      ))}
      {note}
      <SameAsLead path={path} />
      {(profile === "desk" || (profile === "agent" && count > 1)) && (
        <button
          type="button"
          className="btn btn-quiet -ms-2 -mt-1 min-h-[max(1.875rem,var(--tap))] justify-self-start px-2 text-sm"
          onClick={add}
        >
          <Plus aria-hidden="true" />
          {more}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly field: ControlProps["field"];
  readonly path: string;
  readonly onPasteList: (parts: readonly string[]) => void;
  readonly onRemove?: (name: string) => void;
  readonly after: ReactNode;
}

function Row({ field, path, onPasteList, onRemove, after }: RowProps) {
  const t = useTranslations();
  const inSentence = useInSentence();
  const words = useFieldWords(path);
  const answer = useTypedAnswer(path);
  const id = idOf(path);
  const split = (event: ClipboardEvent) => {
    const parts = pastedInto(event, field.kind);
    if (!parts) return;
    event.preventDefault();
    onPasteList(parts);
  };
  return (
    <div className="field">
      <div className="flex items-start gap-2" onPaste={split}>
        <div className="relative min-w-0 flex-1 has-[.count]:[&_input]:pr-26 has-[[role=img]]:not-has-[.count]:[&_input]:pr-11">
          <span className="pointer-events-none absolute end-[calc(var(--pad-x)*.8)] top-0 z-3 flex h-(--h) items-center gap-2 text-[.875rem] text-ok has-[.count.over]:[&>[role=img]]:hidden">
            {field.limit !== undefined && <Count path={path} limit={field.limit} />}
            <RecognizedTick path={path} kind={field.kind} />
          </span>
          {field.limit !== undefined && (
            <span className="sr-only" id={`${id}-limit`}>
              {t("count.limit", { limit: field.limit })}
            </span>
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
            className="icon-btn min-h-(--h)"
            aria-label={t("actions.remove", { name: inSentence(words.label) })}
            onClick={() => onRemove(inSentence(words.label))}
          >
            <X aria-hidden="true" />
          </button>
        )}
        {after}
      </div>
      <FieldMessages path={path} field={field} />
    </div>
  );
}
