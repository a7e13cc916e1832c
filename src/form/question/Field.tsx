import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isDemanded, isVisited } from "#lead/station/allowed.ts";
import { conditions, isOpenToStaff, type Condition } from "#lead/conditions.ts";
import type { Field as FieldData } from "#lead/field.ts";
import { questionAt } from "#lead/questions.ts";
import { fieldIn } from "#lead/station/fieldIn.ts";
import { valueAt } from "#lead/valueAt.ts";
import { SwitchRow } from "../ui/Switch.tsx";
import { idOf, type QuestionProps } from "./answers/control.ts";
import { Control } from "./controls/Control.tsx";
import { drawnAs } from "./answers/drawnAs.ts";
import { useStation } from "../station/useStation.ts";
import { useFieldWords } from "./answers/useFieldWords.ts";
import { Count } from "./messages/Count.tsx";
import { useIssue } from "./answers/useIssue.ts";
import { FieldMessages } from "./messages/FieldMessages.tsx";
import { Hint } from "../ui/Hint.tsx";

/**
 * A question of any kind: label, count, hint, control and message. It is shown while its condition holds, and always
 * when it has an answer.
 */
export function Field({ path, className = "" }: QuestionProps) {
  const station = useStation();
  const found = questionAt(path);
  if (!found) throw new Error(`no field at ${path}`);
  const field = fieldIn(station, found);
  return field.when === undefined ? (
    <Shell path={path} field={field} className={className} />
  ) : (
    <Asked path={path} field={field} when={field.when} className={className} />
  );
}

/** Only a question with a condition subscribes to the other answers: each subscription costs time at every key. */
function Asked({ when, ...question }: ShellProps & { readonly when: Condition }) {
  const isStaff = !isVisited(useStation());
  const asked = useWatch({
    compute: (draft: object) =>
      conditions[when](draft) || valueAt(draft, question.path) !== undefined || (isStaff && isOpenToStaff(when, draft)),
  });
  return asked ? <Shell {...question} /> : null;
}

interface ShellProps {
  readonly path: string;
  readonly field: FieldData;
  readonly className: string;
}

function Shell({ path, field, className }: ShellProps) {
  const t = useTranslations();
  const words = useFieldWords(path);
  const station = useStation();
  const { shape, typed } = drawnAs(field);
  const problem = useIssue(path);
  const id = idOf(path);
  const limit = field.many ? undefined : field.limit;
  // Visitors see the hint of a group beside its label: it is short, and the rows of a page stay in line.
  const isBeside = shape === "group" && isVisited(station);
  const describes = { hint: isBeside ? undefined : words.hint, limit, error: problem };
  const described =
    Object.entries(describes)
      .filter(([, there]) => there !== undefined)
      .map(([part]) => `${id}-${part}`)
      .join(" ") || undefined;
  const optional = !field.required && !isDemanded(path, station) && station.profile !== "desk" && typed;
  const label = (
    <span>
      {words.label} {optional && <span className="font-normal text-ink-3">{t("field.optional")}</span>}
    </span>
  );
  const before = (
    <>
      {words.hint && !isBeside && (
        <Hint isHidden={Boolean(words.blank) && shape === "labelled"} id={`${id}-hint`}>
          {words.hint}
        </Hint>
      )}
      {limit !== undefined && (
        <span className="sr-only" id={`${id}-limit`}>
          {t("count.limit", { limit })}
        </span>
      )}
    </>
  );
  const control = <Control Question={Field} field={field} path={path} words={words} describedBy={described} />;
  const after = <FieldMessages path={path} field={field} />;
  if (shape === "group")
    return (
      <fieldset
        className={`field ${className} ${problem ? "border-l-3 border-over-solid pl-3" : ""}`}
        id={id}
        aria-describedby={described}
      >
        <legend className={`label ${isBeside ? "flex-wrap gap-y-0" : ""}`}>
          {label}
          {isBeside && words.hint && (
            <span className={`font-normal text-ink-3 ${typed ? "" : "me-auto"}`}>{words.hint}</span>
          )}
        </legend>
        {before}
        {control}
        {after}
      </fieldset>
    );
  if (shape === "inline")
    return (
      <div className={`field ${className}`}>
        <SwitchRow htmlFor={id}>
          <span>{words.label}</span>
          {control}
        </SwitchRow>
        {before}
        {after}
      </div>
    );
  return (
    <div className={`field ${className}`}>
      <div className="label">
        <label htmlFor={id}>{label}</label>
        {limit !== undefined && <Count path={path} limit={limit} />}
      </div>
      {before}
      {control}
      {after}
    </div>
  );
}
