import { useState } from "react";
import { useTranslations } from "use-intl";
import { parseDate } from "#lead/date.ts";
import { keepsFocus } from "../ui/optionList.ts";
import { useAutofill } from "./autofill.ts";
import { idOf, type LeafProps } from "./control.ts";
import { readBoxes, writeDate, type Boxes } from "./dates.ts";

const parts = ["month", "day", "year"] as const;

/** A date known by heart: three boxes, month by name or number, never jumping between them, no calendar. */
export function DateControl({ path, describedBy, answer }: LeafProps<string>) {
  const t = useTranslations("field");
  const { value = "", wrong, change, leave, ref } = answer;
  const autofill = {
    month: useAutofill(path, "-month"),
    day: useAutofill(path, "-day"),
    year: useAutofill(path, "-year"),
  };
  const [typed, setTyped] = useState<Boxes>();
  const boxes = typed !== undefined && writeDate(typed) === value ? typed : boxesOf(value);
  return (
    <div className="grid max-w-96 grid-cols-[1.25fr_.8fr_1fr] gap-2">
      {parts.map((part) => (
        <div key={part} className={`control ${wrong ? "wrong" : ""}`}>
          <input
            id={`${idOf(path)}-${part}`}
            ref={part === "month" ? ref : undefined}
            type="text"
            dir="auto"
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
        </div>
      ))}
    </div>
  );
}

/** `Jun 5, 2001` in its boxes; a text that is no date as it was typed, to be seen and mended. */
function boxesOf(value: string): Boxes {
  const date = parseDate(value);
  const [month = "", day = ""] = value.split(" ");
  return date ? { month, day: day.replace(",", ""), year: String(date.year) } : readBoxes(value);
}
