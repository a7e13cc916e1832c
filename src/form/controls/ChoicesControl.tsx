import { Check } from "lucide-react";
import { idOf, type LeafProps } from "./control.ts";
import { useOptions } from "./useOptions.ts";

/** Any of several, as chips. Answers leave in the order of the options. */
export function ChoicesControl({ field, path, words, answer }: LeafProps<readonly (string | number)[]>) {
  const { value = [], change } = answer;
  const options = useOptions(field);
  const toggle = (option: string | number) =>
    change(options.filter((known) => (known === option ? !value.includes(known) : value.includes(known))));
  return (
    <div className="chips">
      {options.map((option) => (
        <label key={option} className="chip" htmlFor={`${idOf(path)}-${option}`}>
          <input
            type="checkbox"
            id={`${idOf(path)}-${option}`}
            checked={value.includes(option)}
            onChange={() => toggle(option)}
          />
          <Check aria-hidden="true" />
          {words.option(option)}
        </label>
      ))}
    </div>
  );
}
