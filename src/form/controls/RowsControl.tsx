import { Plus, X } from "lucide-react";
import { useFormContext, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isAllowed } from "#lead/allowed.ts";
import { keyOf } from "#lead/fields.ts";
import { Field } from "../field/Field.tsx";
import { columns } from "../layout.ts";
import { useStation } from "../station/useStation.ts";
import type { ControlProps } from "./control.ts";
import { focusSoon } from "./focusSoon.ts";

/** A list of small forms, such as family members: a card a row, up to the most Lofty takes. */
export function RowsControl({ field, path, words }: ControlProps) {
  const t = useTranslations();
  const station = useStation();
  const { getValues, setValue } = useFormContext();
  const count = useWatch({ name: path, compute: (rows: unknown) => (Array.isArray(rows) ? rows.length : 0) });
  const rows = () => [...((getValues(path) as object[] | undefined) ?? [])];
  const inner = (field.fields ?? []).filter((part) => part.ask && isAllowed(part, `${path}.${part.path}`, station));
  const first = inner[0]?.path ?? "";
  const add = () => {
    setValue(path, [...rows(), {}]);
    focusSoon(`${path}.${count}.${first}`);
  };
  const remove = (index: number) => {
    setValue(
      path,
      rows().filter((_, at) => at !== index),
    );
    focusSoon(index > 0 ? `${path}.${index - 1}.${first}` : path);
  };
  return (
    <div className="grid gap-3">
      {Array.from({ length: count }, (_, index) => {
        const name = t("field.row", { name: words.one, number: index + 1 });
        return (
          <div key={index} role="group" aria-label={name} className="card grid gap-(--gap) p-4">
            <div className="flex items-center justify-between">
              <b className="font-semibold">{name}</b>
              <button
                type="button"
                className="icon-btn"
                aria-label={t("actions.remove", { name: name.toLowerCase() })}
                onClick={() => remove(index)}
              >
                <X aria-hidden="true" />
              </button>
            </div>
            <div className="fields">
              {inner.map((part) => (
                <Field
                  key={part.path}
                  path={`${path}.${index}.${part.path}`}
                  className={`columns-${columns[keyOf(`${path}.${part.path}`)] ?? 6}`}
                />
              ))}
            </div>
          </div>
        );
      })}
      {field.max !== undefined && count >= field.max ? (
        <p className="text-ink-3">{t("field.most")}</p>
      ) : (
        <button type="button" className="btn btn-quiet justify-self-start" onClick={add}>
          <Plus aria-hidden="true" />
          {t("actions.add", { name: words.one.toLowerCase() })}
        </button>
      )}
    </div>
  );
}
