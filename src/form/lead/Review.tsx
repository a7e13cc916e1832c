import { Ruler, TriangleAlert } from "lucide-react";
import { useFormContext } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { conditions } from "#lead/conditions.ts";
import type { Field } from "#lead/field.ts";
import { isObject } from "#lead/json.ts";
import { measure } from "#lead/measure.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import { idOf } from "../controls/control.ts";
import { changeOf, type Step } from "../steps.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { showAnswer } from "./answers.ts";
import { StepFields } from "./StepFields.tsx";

interface Props {
  readonly steps: readonly Step[];
  readonly review: Step;
  readonly onChange: (step: Step) => void;
}

/** Everything answered, section by section, as Lofty will hold it; blank answers folded away. */
export function Review({ steps, review, onChange }: Props) {
  const t = useTranslations();
  const draft = tidy(useFormContext().getValues());
  const long = steps
    .flatMap((step) => fieldsOf(step))
    .filter((field) => isTooLong(field, valueAt(draft, field.path))).length;
  return (
    <div className="grid gap-3">
      <p
        className={`flex items-center gap-2 font-semibold md:-mt-11 md:mb-2 md:justify-end ${long > 0 ? "text-over" : "text-ok"}`}
      >
        {long > 0 ? <TriangleAlert aria-hidden="true" /> : <Ruler aria-hidden="true" />}
        {long > 0 ? t("review.long", { count: long }) : t("review.fits")}
      </p>
      {fieldsOf(review).length > 0 && (
        <section className="card p-5" aria-label={t("steps.handling")}>
          <StepFields step={review} />
        </section>
      )}
      {steps.map((step) => (
        <Section key={step.name} step={step} draft={draft} onChange={() => onChange(step)} />
      ))}
    </div>
  );
}

const fieldsOf = ({ shown, more, advanced }: Step): readonly Field[] => [...shown, ...more, ...advanced];

function isTooLong(field: Field, value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item: unknown) => isTooLong(field, item));
  if (isObject(value)) return (field.fields ?? []).some((part) => isTooLong(part, value[part.path]));
  return typeof value === "string" && field.limit !== undefined && measure(value, field.limit).left < 0;
}

function Section({
  step,
  draft,
  onChange,
}: {
  readonly step: Step;
  readonly draft: unknown;
  readonly onChange: () => void;
}) {
  const t = useTranslations();
  const answered = fieldsOf(step).filter(({ path }) => valueAt(draft, path) !== undefined);
  const blank = fieldsOf(step).filter(
    ({ path, when }) => valueAt(draft, path) === undefined && (when === undefined || conditions[when](draft)),
  );
  return (
    <section className="card px-5 pt-1 pb-1">
      <div className="review-head">
        <h2 className="text-2xl">{t(`steps.${step.name}`)}</h2>
        <button
          type="button"
          id={idOf(changeOf(step.name))}
          className="btn btn-quiet"
          onClick={onChange}
          aria-label={`${t("actions.change")}: ${t(`steps.${step.name}`)}`}
        >
          {t("actions.change")}
        </button>
      </div>
      <dl className="answers">
        {answered.map((field) => (
          <Line key={field.path} field={field} value={valueAt(draft, field.path)} />
        ))}
      </dl>
      {blank.length > 0 && (
        <details className="text-sm text-ink-3">
          <summary className="flex min-h-11 cursor-pointer items-center justify-between">
            {t("review.blank", { count: blank.length })}{" "}
            <span className="font-medium text-brand-ink underline">{t("review.showBlank")}</span>
          </summary>
          <dl className="answers">
            {blank.map((field) => (
              <Line key={field.path} field={field} value={undefined} />
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function Line({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const t = useTranslations("review");
  const locale = useLocale();
  const words = useFieldWords(field.path);
  const yes = (holds: boolean) => words.option(holds === (field.kind === "permission") ? "No" : "Yes");
  return (
    <div>
      <dt>{words.label}</dt>
      <dd className="wrap-anywhere whitespace-pre-line">
        {value === undefined ? t("notAnswered") : showAnswer(field, value, words.option, yes, locale)}
      </dd>
    </div>
  );
}
