import { Fragment, Suspense, type ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { isOpenToStaff } from "#lead/conditions.ts";
import type { Field as FieldData } from "#lead/field.ts";
import { keyOf } from "#lead/questions.ts";
import { isAtOnce } from "../controls/controlOf.ts";
import { Field } from "../field/Field.tsx";
import { columns, pairs, sections } from "../layout.ts";
import { afterFirstKey } from "../later.ts";
import { useStation } from "../station/useStation.ts";
import type { Step } from "../steps.ts";

const Fold = afterFirstKey(() => import("./Fold.tsx"), "Fold");

interface Props {
  readonly step: Step;
  /** What is asked below the step's own questions. */
  readonly children?: ReactNode;
}

/** The fields of a step: those shown, then what stays folded until somebody wants it. */
export function StepFields({ step, children }: Props) {
  const t = useTranslations("step");
  const isStaff = !isVisited(useStation());
  const isOpen = useWatch({ compute: (draft: object) => isStaff && isOpenToStaff("sells", draft) });
  const waits = ({ when }: FieldData) => isOpen && when === "sells";
  return (
    <>
      <Fields fields={step.shown.filter((field) => !waits(field))}>{children}</Fields>
      <Suspense>
        <Fold title={t("more")} fields={[...step.shown.filter(waits), ...step.more]} />
        <Fold title={t("advanced")} fields={step.advanced} />
      </Suspense>
    </>
  );
}

interface FieldsProps {
  readonly fields: readonly FieldData[];
  readonly children?: ReactNode;
}

/** From the first that needs more than a text box on, they arrive together: nothing on the page moves when they do. */
export function Fields({ fields, children }: FieldsProps) {
  const later = fields.findIndex((field) => !isAtOnce(field));
  const first = later === -1 ? fields.length : later;
  return (
    <div className="fields">
      {fields.slice(0, first).map(drawn)}
      <Suspense fallback={<div className="to-come" />}>
        {fields.slice(first).map(drawn)}
        {children}
      </Suspense>
    </div>
  );
}

function drawn({ path }: FieldData) {
  const key = keyOf(path);
  return (
    <Fragment key={path}>
      {key in sections && <SectionTitle name={sections[key as keyof typeof sections]} />}
      <Field path={path} className={`columns-${columns[key] ?? 6} ${pairs.has(key) ? "paired" : ""}`} />
    </Fragment>
  );
}

function SectionTitle({ name }: { readonly name: (typeof sections)[keyof typeof sections] }) {
  return <p className="section">{useTranslations("sections")(name)}</p>;
}
