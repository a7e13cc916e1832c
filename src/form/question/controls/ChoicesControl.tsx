import { isVisited } from "#lead/station/allowed.ts";
import { useStation } from "../../station/useStation.ts";
import { Chip, Chips } from "../../ui/Chips.tsx";
import { walkChips } from "./chipKeys.ts";
import { idOf, type LeafProps } from "../answers/control.ts";
import { useOptions } from "./useOptions.ts";

/**
 * Several choices, as chips. The answer has the order of the options. Staff know the form's keys, and go through a
 * question with one Tab. Visitors find every chip with Tab, as in other forms.
 */
export function ChoicesControl({ field, path, words, answer }: LeafProps<readonly (string | number)[]>) {
  const { value = [], change } = answer;
  const isStaffs = !isVisited(useStation());
  const options = useOptions(field, value);
  const toggle = (option: string | number) =>
    change(options.filter((known) => (known === option ? !value.includes(known) : value.includes(known))));
  return (
    <Chips role="presentation" onKeyDown={isStaffs ? walkChips : undefined}>
      {options.map((option, index) => (
        <Chip
          key={option}
          type="checkbox"
          tabIndex={isStaffs && index > 0 ? -1 : 0}
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
