import { Chip, Chips } from "../../ui/Chips.tsx";
import { walkChips } from "./chipKeys.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { useOptions } from "./useOptions.ts";

/** Several choices, as chips. The answer has the order of the options. */
export function ChoicesControl({ field, path, words, answer }: LeafProps<readonly (string | number)[]>) {
  const { value = [], change } = answer;
  const options = useOptions(field, value);
  const toggle = (option: string | number) =>
    change(options.filter((known) => (known === option ? !value.includes(known) : value.includes(known))));
  return (
    <Chips role="presentation" onKeyDown={walkChips}>
      {options.map((option, index) => (
        <Chip
          key={option}
          type="checkbox"
          tabIndex={index === 0 ? 0 : -1}
          id={`${idOf(path)}-${option}`}
          checked={value.includes(option)}
          onChange={() => toggle(option)}
        >
          {words.option(option)}
        </Chip>
      ))}
    </Chips>
  );
}
