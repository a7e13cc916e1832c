import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { idOf, type LeafProps } from "./control.ts";

const mostChips = 8;

/** One of several: chips, or a list when there are many. Picking the chosen one again takes the answer back. */
export function ChoiceControl({ field, path, words, describedBy, answer }: LeafProps<string | number>) {
  const t = useTranslations("field");
  const { value, wrong, change, leave, ref } = answer;
  const options = field.options ?? [];
  if (options.length > mostChips)
    return (
      <div className={`control ${wrong ? "wrong" : ""}`}>
        <select
          ref={ref}
          aria-label={words.label}
          aria-describedby={describedBy}
          value={value ?? ""}
          onChange={(event) => change(options.find((option) => String(option) === event.target.value))}
          onBlur={leave}
        >
          <option value="">{t("choose")}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {words.option(option)}
            </option>
          ))}
        </select>
        <span className="trail">
          <ChevronDown aria-hidden="true" />
        </span>
      </div>
    );
  return (
    <div className="chips">
      {options.map((option) => (
        <label key={option} className="chip" htmlFor={`${idOf(path)}-${option}`}>
          <input
            type="radio"
            id={`${idOf(path)}-${option}`}
            name={idOf(path)}
            checked={value === option}
            onChange={() => change(option)}
            onClick={() => value === option && change(undefined)}
          />
          <Check aria-hidden="true" />
          {words.option(option)}
        </label>
      ))}
    </div>
  );
}
