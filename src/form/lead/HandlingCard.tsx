import { ChevronDown } from "lucide-react";
import { useReducer } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Field } from "#lead/field.ts";
import type { JsonObject } from "#lead/json.ts";
import { fillPresets } from "#lead/station/presets.ts";
import { tidy } from "#lead/tidy.ts";
import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../station/useStation.ts";
import { useWordsOf } from "../question/answers/useFieldWords.ts";
import { Fields } from "./steps/Fields.tsx";
import { useShown } from "./steps/useShown.ts";

/** The head of a card of the review, and its button. */
export const reviewHead = "flex items-center justify-between gap-4";
export const changeButton =
  "btn btn-quiet -me-3 min-h-[max(2.5rem,var(--tap))] text-[.96875rem] underline decoration-1 underline-offset-[.18em]";

/** The office's decisions about the lead, presets included, in one line. Unfolded, they can be changed here. */
export function HandlingCard({ fields }: { readonly fields: readonly Field[] }) {
  const t = useTranslations();
  const wordsOf = useWordsOf();
  const shown = useShown();
  const { presets = {}, event } = useStation();
  // The answers are read when the card opens or closes. It does not subscribe to them, so that a key renders nothing
  // here.
  const [, readAgain] = useReducer((times: number) => times + 1, 0);
  const draft = tidy(useFormContext().getValues());
  const added = fillPresets(presets as JsonObject, event);
  const said = fields.flatMap((field) => {
    const value = valueAt(draft, field.path) ?? valueAt(added, field.path);
    return value === undefined ? [] : [{ label: wordsOf(field.path).label, text: shown.answer(field, value) }];
  });
  return (
    <details className="group card px-5" onToggle={readAgain}>
      <summary className="cursor-pointer list-none pt-1 pb-4">
        <span className={reviewHead}>
          <h2 className="text-2xl">{t("steps.handling")}</h2>
          <span className={changeButton}>
            {t("actions.change")}
            <ChevronDown aria-hidden="true" className="transition-transform group-open:rotate-180" />
          </span>
        </span>
        <span className="text-ink-3 group-open:hidden">
          {said.map(({ label, text }, index) => (
            <span key={label}>
              {index > 0 && ", "}
              {label} <bdi className="font-semibold text-ink">{text}</bdi>
            </span>
          ))}
        </span>
      </summary>
      <div className="pb-5">
        <Fields fields={fields} />
      </div>
    </details>
  );
}
