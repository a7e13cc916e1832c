import { Ruler, TriangleAlert } from "lucide-react";
import { useFormContext, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { conditions, isOpenToStaff } from "#lead/conditions.ts";
import type { Field } from "#lead/field.ts";
import { fieldIn } from "#lead/station/fieldIn.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import type { AttributeRow } from "../question/answers/attributeRow.ts";
import { idOf } from "../question/answers/control.ts";
import { useStation } from "../station/useStation.ts";
import { changeOf, type Step } from "./draft/steps.ts";
import { useAttributeWords } from "../question/answers/useAttributeWords.ts";
import { useWordsOf } from "../question/answers/useFieldWords.ts";
import { changeButton, HandlingCard, reviewHead } from "./HandlingCard.tsx";
import { tooLong } from "./draft/tooLong.ts";
import { useShown } from "./steps/useShown.ts";

interface Props {
  readonly steps: readonly Step[];
  readonly review: Step;
  readonly onChange: (step: Step) => void;
  readonly onOpen: (path: string) => void;
}

/** All answers, section by section, in the form in which Lofty stores them. Blank answers are folded. */
export function Review({ steps, review, onChange, onOpen }: Props) {
  const draft = tidy(useFormContext().getValues());
  return (
    <div className="grid gap-3">
      <Fits fields={steps.flatMap(fieldsOf)} draft={draft} onOpen={onOpen} />
      {fieldsOf(review).length > 0 && <HandlingCard fields={fieldsOf(review)} />}
      {steps.map((step) => (
        <Section key={step.name} step={step} draft={draft} onChange={() => onChange(step)} />
      ))}
    </div>
  );
}

const fieldsOf = ({ shown, more, advanced }: Step): readonly Field[] => [...shown, ...more, ...advanced];

interface FitsProps {
  readonly fields: readonly Field[];
  readonly draft: unknown;
  readonly onOpen: (path: string) => void;
}

/** Says whether every answer is short enough for Lofty. If there are other issues, only the error summary speaks. */
function Fits({ fields, draft, onOpen }: FitsProps) {
  const t = useTranslations("review");
  const { errors } = useFormState();
  const station = useStation();
  const long = fields.flatMap((field) => tooLong(fieldIn(station, field), valueAt(draft, field.path)));
  const place = "flex items-center gap-2 text-[0.96875rem] font-semibold md:-mt-11 md:mb-2 md:justify-end";
  const [first] = long;
  if (first !== undefined)
    return (
      <p className={`${place} text-over`}>
        <TriangleAlert aria-hidden="true" />
        <button type="button" className="min-h-(--tap) text-start underline" onClick={() => onOpen(first)}>
          {t("long", { count: long.length })}
        </button>
      </p>
    );
  if (Object.keys(errors).length > 0) return null;
  return (
    <p className={`${place} text-ok`}>
      <Ruler aria-hidden="true" />
      {t("fits")}
    </p>
  );
}

interface SectionProps {
  readonly step: Step;
  readonly draft: unknown;
  readonly onChange: () => void;
}

function Section({ step, draft, onChange }: SectionProps) {
  const t = useTranslations();
  const lines = useLines(step, draft);
  const answered = lines.filter(({ text }) => text !== undefined);
  const blank = lines.filter(({ text }) => text === undefined);
  return (
    <section className="card px-5 pt-1 pb-1">
      <div className={reviewHead}>
        <h2 className="text-2xl">{t(`steps.${step.name}`)}</h2>
        {answered.length === 0 && <span className="flex-1 text-sm text-ink-3">{t("review.nothing")}</span>}
        <button
          type="button"
          id={idOf(changeOf(step.name))}
          className={changeButton}
          onClick={onChange}
          aria-label={`${t("actions.change")}: ${t(`steps.${step.name}`)}`}
        >
          {t("actions.change")}
        </button>
      </div>
      <Answers lines={answered} />
      {answered.length > 0 && blank.length > 0 && (
        <details className="text-sm text-ink-3">
          <summary className="flex min-h-11 cursor-pointer items-center justify-between">
            {t("review.blank", { count: blank.length })}{" "}
            <span className="font-medium text-brand-ink underline">{t("review.showBlank")}</span>
          </summary>
          <Answers lines={blank} />
        </details>
      )}
    </section>
  );
}

/** A question and its answer. `text` is undefined if it was left blank. */
interface Line {
  readonly label: string;
  readonly text: string | undefined;
}

/** The questions of a step. Each of the office's own questions has its own line, also those that staff added. */
function useLines(step: Step, draft: unknown): readonly Line[] {
  const wordsOf = useWordsOf();
  const attributeWordsOf = useAttributeWords();
  const { attributes } = useStation();
  const shown = useShown();
  return fieldsOf(step).flatMap((field): readonly Line[] => {
    const { path, kind, when } = field;
    const value = valueAt(draft, path);
    const { label } = wordsOf(path);
    if (kind === "attributes") {
      const rows = (value ?? []) as readonly AttributeRow[];
      const names = new Set([...attributes.map(({ name }) => name), ...rows.map((row) => row.attributeName ?? "")]);
      return [...names].map((name) => {
        const row = rows.find(({ attributeName = "" }) => attributeName === name);
        const words = attributeWordsOf(name);
        return { label: words.name || label, text: row && shown.attribute(row, words.option) };
      });
    }
    if (value !== undefined) return [{ label, text: shown.answer(field, value) }];
    const isAsked = when === undefined || conditions[when](draft) || isOpenToStaff(when, draft);
    return isAsked ? [{ label, text: undefined }] : [];
  });
}

/** In columns, down them, as people read: what is asked together stays together. */
function Answers({ lines }: { readonly lines: readonly Line[] }) {
  const t = useTranslations("review");
  return (
    <dl className="grid gap-x-8 pb-1 text-md empty:hidden md:block md:columns-2">
      {lines.map(({ label, text }, index) => (
        <div
          key={index}
          className="grid grid-cols-[minmax(4.5rem,6rem)_1fr] items-baseline gap-3 py-[.33rem] md:break-inside-avoid md:grid-cols-[7rem_1fr]"
        >
          <dt className="text-[.9375rem] text-ink-3">
            <bdi>{label}</bdi>
          </dt>
          <dd className="font-[520] wrap-anywhere whitespace-pre-line">
            {text === undefined ? t("notAnswered") : <bdi>{text}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
