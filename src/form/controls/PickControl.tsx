import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { idOf, type LeafProps } from "./control.ts";

/** One of a closed list, by the device's own picker. */
export function PickControl({ field, path, words, describedBy, answer }: LeafProps<string | number>) {
  const t = useTranslations("field");
  const { value, wrong, change, leave, ref } = answer;
  const options = field.options ?? [];
  return (
    <div className={`control ${wrong ? "wrong" : ""}`}>
      <select
        id={idOf(path)}
        ref={ref}
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
