import { Fragment, Suspense } from "react";
import { useTranslations } from "use-intl";
import type { Field as FieldData } from "#lead/field.ts";
import { keyOf } from "#lead/fields.ts";
import { Field } from "../field/Field.tsx";
import { columns, pairs, sections } from "../layout.ts";
import { afterFirstKey } from "../later.ts";
import type { Step } from "../steps.ts";

const Fold = afterFirstKey(() => import("./Fold.tsx"), "Fold");

/** The fields of a step: those shown, then what stays folded until somebody wants it. */
export function StepFields({ step }: { readonly step: Step }) {
  const t = useTranslations("step");
  return (
    <>
      <Fields fields={step.shown} />
      <Suspense>
        <Fold title={t("more")} fields={step.more} />
        <Fold title={t("advanced")} fields={step.advanced} />
      </Suspense>
    </>
  );
}

export function Fields({ fields }: { readonly fields: readonly FieldData[] }) {
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
