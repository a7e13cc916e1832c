import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { idOf, type LeafProps } from "../answers/control.ts";

/** One option of a closed list, as a native select. */
export function PickControl({ field, path, words, describedBy, answer }: LeafProps<string | number>) {
  const t = useTranslations("field");
  const { value, wrong, change, leave } = answer;
  const options = field.options ?? [];
  return (
    <div className={`control ${wrong ? "wrong" : ""}`}>
      <select
        id={idOf(path)}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
        value={value ?? ""}
        onChange={({ target }) => change(options.find((option) => String(option) === target.value))}
        onBlur={leave}
      >
        <option value="">{words.blank ?? t("choose")}</option>
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
}
