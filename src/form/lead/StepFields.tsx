import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Field as FieldData } from "#lead/field.ts";
import { Field } from "../field/Field.tsx";
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

const wide = new Set(["rows", "attributes", "lines"]);

function Fields({ fields }: { readonly fields: readonly FieldData[] }) {
  return (
    <div className="fields">
      {fields.map((field) => (
        <div
          key={field.path}
          className={wide.has(field.kind) || (field.many && field.kind === "choice") ? "field-wide" : ""}
        >
          <Field path={field.path} />
        </div>
      ))}
    </div>
  );
}
