import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { isOpenToStaff } from "#lead/conditions.ts";
import type { Field as FieldData } from "#lead/field.ts";
import { useStation } from "../../station/useStation.ts";
import type { Step } from "../draft/steps.ts";
import { Fields } from "./Fields.tsx";
import { Fold } from "./Fold.tsx";

interface Props {
  readonly step: Step;
  /** Rendered below the questions of the step. */
  readonly children?: ReactNode;
}

/** The fields of a step, then its folds. */
export function StepFields({ step, children }: Props) {
  const t = useTranslations("step");
  const isStaff = !isVisited(useStation());
  const isOpen = useWatch({ compute: (draft: object) => isStaff && isOpenToStaff("sells", draft) });
  const waits = ({ when }: FieldData) => isOpen && when === "sells";
  return (
    <>
      <Fields fields={step.shown.filter((field) => !waits(field))}>{children}</Fields>
      {isStaff && (
        <>
          <Fold title={t("more")} fields={[...step.shown.filter(waits), ...step.more]} />
          <Fold title={t("advanced")} fields={step.advanced} />
        </>
      )}
    </>
  );
}
