import { ChevronDown, Plus, X } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isAllowed } from "#lead/station/allowed.ts";
import type { Field as FieldData } from "#lead/field.ts";
import { keyOf } from "#lead/questions.ts";
import { smallForm, spanOf } from "../answers/layout.ts";
import { useStation } from "../../station/useStation.ts";
import type { ControlProps } from "../answers/control.ts";
import { focusNow, focusSoon } from "../answers/focusSoon.ts";
import { useRemoved } from "./useRemoved.tsx";
import { useInSentence } from "../../words/useInSentence.ts";

/** A list of small forms, such as family members: one card per row, up to Lofty's maximum. */
export function RowsControl({ field, path, words, Question }: ControlProps) {
  const t = useTranslations();
  const inSentence = useInSentence();
  const station = useStation();
  const { getValues, setValue } = useFormContext();
  const count = useWatch({ name: path, compute: (rows: unknown) => (Array.isArray(rows) ? rows.length : 0) });
  const inner = (field.fields ?? []).filter((part) => part.ask && isAllowed(part, `${path}.${part.path}`, station));
  const isFolded = ({ ask }: FieldData) => station.profile === "agent" && ask?.agent === "more";
  const first = inner[0]?.path ?? "";
  const { remove, note } = useRemoved(path, first);
  const add = () => {
    setValue(path, [...((getValues(path) as object[] | undefined) ?? []), {}]);
    focusSoon(`${path}.${count}.${first}`);
  };
  return (
    <div className="grid gap-3">
      {Array.from({ length: count }, (_, index) => {
        const name = t("field.row", { name: words.one, number: index + 1 });
        const folded = inner.filter(isFolded);
        return (
          <div key={index} role="group" aria-label={name} className="card grid gap-(--gap) p-4">
            <div className="flex items-center justify-between">
              <b className="font-semibold">{name}</b>
              <button
                type="button"
                className="icon-btn"
                aria-label={t("actions.remove", { name: inSentence(name) })}
                onClick={(event) => {
                  if (count === 1) focusAdd(event.currentTarget);
                  else focusNow(`${path}.${Math.max(0, index - 1)}.${first}`);
                  remove(index, inSentence(name));
                }}
              >
                <X aria-hidden="true" />
              </button>
            </div>
            <Parts fields={inner.filter((part) => !isFolded(part))} row={`${path}.${index}`} Question={Question} />
            {folded.length > 0 && (
              <details className="group">
                <summary className="flex min-h-(--tap) cursor-pointer list-none items-center justify-between font-semibold">
                  {t("step.more")}
                  <ChevronDown aria-hidden="true" className="transition-transform group-open:rotate-180" />
                </summary>
                <Parts fields={folded} row={`${path}.${index}`} Question={Question} />
              </details>
            )}
          </div>
        );
      })}
      {note}
      {field.max !== undefined && count >= field.max ? (
        <p className="text-ink-3">{t("field.most")}</p>
      ) : (
        <button type="button" className="btn btn-quiet adds -ms-3 justify-self-start" onClick={add}>
          <Plus aria-hidden="true" />
          {t("actions.add", { name: inSentence(words.one) })}
        </button>
      )}
    </div>
  );
}

/** Moves the focus to the Add button when the only row is removed. */
function focusAdd(inside: Element): void {
  inside.closest("fieldset")?.querySelector<HTMLElement>("button.adds")?.focus();
}

interface PartsProps extends Pick<ControlProps, "Question"> {
  readonly fields: readonly FieldData[];
  readonly row: string;
}

function Parts({ fields, row, Question }: PartsProps) {
  return (
    <div className={smallForm}>
      {fields.map(({ path }) => (
        <Question key={path} path={`${row}.${path}`} className={spanOf(keyOf(`${row}.${path}`))} />
      ))}
    </div>
  );
}
