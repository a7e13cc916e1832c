import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { parseDate } from "#lead/date.ts";
import { keepsFocus } from "../../ui/optionList.ts";
import { useAutofill } from "../answers/autofill.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { monthName, orderOf } from "../answers/dateWords.ts";
import { readBoxes, writeDate, type Boxes } from "../answers/dates.ts";
import { Box, TextBox } from "../../ui/TextBox.tsx";

/** The month may be a name. */
const widths = { month: "flex-[1.25]", day: "flex-[.8]", year: "flex-1" } as const;

/**
 * A date in three boxes in the order of the language, without a calendar. The month can be a name or a number. The focus never moves automatically.
 */
export function DateControl({ path, describedBy, answer }: LeafProps<string>) {
  const t = useTranslations("field");
  const locale = useLocale();
  const { value = "", wrong, change, leave } = answer;
  const autofill = {
    month: useAutofill(path, "-month"),
    day: useAutofill(path, "-day"),
    year: useAutofill(path, "-year"),
  };
  const [typed, setTyped] = useState<Boxes>();
  const boxes = typed !== undefined && writeDate(typed) === value ? typed : boxesOf(value, locale);
  return (
    <div className="flex max-w-96 gap-2">
      {orderOf(locale).map((part) => (
        <Box key={part} isWrong={wrong} className={`min-w-0 ${widths[part]}`}>
          <TextBox
            id={`${idOf(path)}-${part}`}
            type="text"
            inputMode={part === "month" ? "text" : "numeric"}
            {...autofill[part]}
            spellCheck={false}
            aria-label={t(part)}
            aria-invalid={wrong || undefined}
            aria-describedby={describedBy}
            placeholder={t(part)}
            value={boxes[part]}
            onChange={(event) => {
              const next = { ...boxes, [part]: event.target.value };
              setTyped(next);
              change(writeDate(next));
            }}
            onBlur={({ currentTarget, relatedTarget }) => {
              const within = currentTarget.closest("fieldset")?.contains(relatedTarget);
              if (!within && !keepsFocus(currentTarget)) leave();
            }}
          />
        </Box>
      ))}
    </div>
  );
}

/**
 * Splits a text into the boxes: a date like `Jun 5, 2001` in the words of the language, or an invalid text as it was typed, so that it can be
 * corrected.
 */
function boxesOf(value: string, locale: string): Boxes {
  const date = parseDate(value);
  if (!date) return readBoxes(value);
  return { month: monthName(date.month, locale), day: String(date.day), year: String(date.year) };
}
