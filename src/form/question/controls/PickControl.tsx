import { useTranslations } from "use-intl";
import { idOf, type LeafProps } from "../answers/control.ts";
import { Select } from "../../ui/Select.tsx";
import { Box } from "../../ui/TextBox.tsx";
import { useOptions } from "./useOptions.ts";

/** One option of a closed list, as a native select. */
export function PickControl({ field, path, words, describedBy, answer }: LeafProps<string | number>) {
  const t = useTranslations("field");
  const { value, wrong, change, leave } = answer;
  const options = useOptions(field, value);
  return (
    <Box isWrong={wrong}>
      <Select
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
      </Select>
    </Box>
  );
}
