import { Suspense } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isDemanded, isVisited } from "#lead/allowed.ts";
import { conditions, isOpenToStaff, type Condition } from "#lead/conditions.ts";
import type { Field as FieldData } from "#lead/field.ts";
import { questionAt } from "#lead/questions.ts";
import { valueAt } from "#lead/valueAt.ts";
import { idOf } from "../controls/control.ts";
import { controlOf } from "../controls/controlOf.ts";
import { afterFirstKey } from "../later.ts";
import { useStation } from "../station/useStation.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Count } from "./Count.tsx";
import { useIssue } from "./useIssue.ts";

const Below = afterFirstKey(() => import("./Below.tsx"), "Below");

/**
 * A question: label, count, hint, control and message, whatever its kind. It is drawn while its condition holds, and
 * once answered: an answer never hides.
 */
export function Field({ path, className = "" }: { readonly path: string; readonly className?: string }) {
  const field = questionAt(path);
  if (!field) throw new Error(`no field at ${path}`);
  return field.when === undefined ? (
    <Shell path={path} field={field} className={className} />
  ) : (
    <Asked path={path} field={field} when={field.when} className={className} />
  );
}

/** Only a question with a condition listens to the other answers: each that does costs time at every key. */
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
  const { View, shape, typed } = controlOf(field);
  const problem = useIssue(path);
  const id = idOf(path);
  const limit = field.many ? undefined : field.limit;
  const describes = { hint: words.hint, limit, error: problem };
  const described =
    Object.entries(describes)
      .filter(([, there]) => there !== undefined)
      .map(([part]) => `${id}-${part}`)
      .join(" ") || undefined;
  const optional = !field.required && !isDemanded(path, station) && station.profile !== "desk" && typed;
  const label = (
    <span>
      {words.label} {optional && <span className="optional">{t("field.optional")}</span>}
    </span>
  );
  const before = (
    <>
      {words.hint && (
        <p className={words.blank && shape === "labelled" ? "sr-only" : "hint"} id={`${id}-hint`}>
          {words.hint}
        </p>
      )}
      {limit !== undefined && (
        <span className="sr-only" id={`${id}-limit`}>
          {t("count.limit", { limit })}
        </span>
      )}
    </>
  );
  const control = <View field={field} path={path} words={words} describedBy={described} />;
  const after = (
    <Suspense>
      <Below path={path} field={field} />
    </Suspense>
  );
  if (shape === "group")
    return (
      <fieldset className={`field ${className} ${problem ? "wrong-group" : ""}`} id={id} aria-describedby={described}>
        <legend className="label">{label}</legend>
        {before}
        {control}
        {after}
      </fieldset>
    );
  if (shape === "inline")
    return (
      <div className={`field ${className}`}>
        <label className="switch-row" htmlFor={id}>
          <span>{words.label}</span>
          {control}
        </label>
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
