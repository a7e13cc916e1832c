import { ChevronDown } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import type { Field as FieldData } from "#lead/field.ts";
import { keyOf } from "#lead/fields.ts";
import { Field } from "../field/Field.tsx";
import { columns, pairs, sections } from "../layout.ts";
import type { Step } from "../steps.ts";
import { useFieldWords } from "../words/useFieldWords.ts";

/** The fields of a step: those shown, then what stays folded until somebody wants it. */
export function StepFields({ step }: { readonly step: Step }) {
  const t = useTranslations("step");
  return (
    <>
      <Fields fields={step.shown} />
      <Fold title={t("more")} fields={step.more} />
      <Fold title={t("advanced")} fields={step.advanced} />
    </>
  );
}

function Fold({ title, fields }: { readonly title: string; readonly fields: readonly FieldData[] }) {
  if (fields.length === 0) return null;
  return (
    <details className="group col-span-full border-y border-line">
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-3 py-2 text-md font-semibold">
        <span>
          {title}
          <small className="mt-0.5 block text-sm font-normal text-ink-3">
            {fields.map(({ path }, index) => (
              <Label key={path} path={path} comma={index < fields.length - 1} />
            ))}
          </small>
        </span>
        <ChevronDown aria-hidden="true" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="pb-5">
        <Fields fields={fields} />
      </div>
    </details>
  );
}

function Label({ path, comma }: { readonly path: string; readonly comma: boolean }) {
  const { label } = useFieldWords(path);
  return `${label}${comma ? ", " : ""}`;
}

function Fields({ fields }: { readonly fields: readonly FieldData[] }) {
  return (
    <div className="fields">
      {fields.map(({ path }) => {
        const key = keyOf(path);
        return (
          <Fragment key={path}>
            {key in sections && <SectionTitle name={sections[key as keyof typeof sections]} />}
            <Field path={path} className={`columns-${columns[key] ?? 6} ${pairs.has(key) ? "paired" : ""}`} />
          </Fragment>
        );
      })}
    </div>
  );
}

function SectionTitle({ name }: { readonly name: (typeof sections)[keyof typeof sections] }) {
  return <p className="section">{useTranslations("sections")(name)}</p>;
}
