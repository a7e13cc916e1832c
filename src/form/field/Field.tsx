import { CircleAlert } from "lucide-react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { conditions } from "#lead/conditions.ts";
import { fieldAt } from "#lead/fields.ts";
import { valueAt } from "#lead/valueAt.ts";
import { idOf } from "../controls/control.ts";
import { controlOf } from "../controls/controls.ts";
import { useStation } from "../station/useStation.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Count } from "./Count.tsx";
import { Over } from "./Over.tsx";
import { useIssue } from "./useIssue.ts";

/**
 * A question: label, count, hint, control and message, whatever its kind. It is drawn while its condition holds, and
 * once answered: an answer never hides.
 */
export function Field({ path }: { readonly path: string }) {
  const field = fieldAt(path);
  if (!field) throw new Error(`no field at ${path}`);
  const { when } = field;
  const asked = useWatch({
    compute: (draft: object) => when === undefined || conditions[when](draft) || valueAt(draft, path) !== undefined,
  });
  return asked ? <Shell path={path} field={field} /> : null;
}

function Shell({ path, field }: { readonly path: string; readonly field: NonNullable<ReturnType<typeof fieldAt>> }) {
  const t = useTranslations();
  const words = useFieldWords(path);
  const { profile, required } = useStation();
  const { View, group } = controlOf(field);
  const problem = useIssue(path);
  const id = idOf(path);
  const needed = field.required === true || required.includes(path);
  const limit = field.many ? undefined : field.limit;
  const described = [words.hint && `${id}-hint`, limit && `${id}-limit`, problem && `${id}-error`]
    .filter(Boolean)
    .join(" ");
  const label = (
    <span>
      {words.label} {!needed && profile !== "desk" && !group && <span className="optional">{t("field.optional")}</span>}
    </span>
  );
  const body = (
    <>
      {words.hint && (
        <p className="hint" id={`${id}-hint`}>
          {words.hint}
        </p>
      )}
      {limit !== undefined && (
        <span className="sr-only" id={`${id}-limit`}>
          {t("count.limit", { limit })}
        </span>
      )}
      <View field={field} path={path} words={words} describedBy={described || undefined} />
      {limit !== undefined && <Over path={path} limit={limit} />}
      {problem && (
        <p className="message message-over" id={`${id}-error`}>
          <CircleAlert aria-hidden="true" />
          {words.issue(problem)}
        </p>
      )}
    </>
  );
  if (group)
    return (
      <fieldset className={`field ${problem ? "wrong-group" : ""}`} id={id} aria-describedby={described || undefined}>
        <legend className="label">{label}</legend>
        {body}
      </fieldset>
    );
  return (
    <div className="field">
      <div className="label">
        <label htmlFor={id}>{label}</label>
        {limit !== undefined && <Count path={path} limit={limit} />}
      </div>
      {body}
    </div>
  );
}
