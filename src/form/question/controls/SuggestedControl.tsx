import { useState } from "react";
import { useTranslations } from "use-intl";
import { Chip, Chips } from "../../ui/Chips.tsx";
import { idOf, type LeafProps } from "../answers/control.ts";
import { TextControl } from "./TextControl.tsx";

/**
 * A text box with the usual answers as chips. A click on the chosen chip clears the answer. A typed text that equals a
 * chip moves to the chip when the box loses the focus.
 */
export function SuggestedControl(props: LeafProps<string>) {
  const t = useTranslations("field");
  const { field, path, words, answer } = props;
  const options = (field.options ?? []).map(String);
  const [typed, setTyped] = useState<string>();
  const isOwn = answer.value !== undefined && !options.includes(answer.value);
  return (
    <div className="grid gap-2">
      <Chips>
        {options.map((option) => (
          <Chip
            key={option}
            type="checkbox"
            id={`${idOf(path)}-${option}`}
            checked={answer.value === option}
            onChange={() => answer.change(answer.value === option ? undefined : option)}
          >
            {words.option(option)}
          </Chip>
        ))}
      </Chips>
      <TextControl
        {...props}
        words={{ ...words, blank: t("orType") }}
        path={`${path}.own`}
        answer={{
          ...answer,
          value: isOwn || typed === answer.value ? answer.value : undefined,
          change: (next) => {
            setTyped(next);
            answer.change(next);
          },
          leave: () => {
            setTyped(undefined);
            answer.leave();
          },
        }}
        label={t("ownWords", { label: words.label })}
      />
    </div>
  );
}
