import { Check } from "lucide-react";
import { idOf, type LeafProps } from "./control.ts";
import { useOptions } from "./useOptions.ts";

/** One of several, as chips. Picking the chosen one again takes the answer back. */
export function ChoiceControl({ field, path, words, answer }: LeafProps<string | number>) {
  const { value, change } = answer;
  return (
    <div className="chips">
      {useOptions(field).map((option) => (
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
