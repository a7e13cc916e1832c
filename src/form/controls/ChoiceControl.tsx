import { Check } from "lucide-react";
import { idOf, type LeafProps } from "./control.ts";
import { Segments } from "./Segments.tsx";
import { useOptions } from "./useOptions.ts";

const fewest = 4;

/** One of several, as chips; of two or three, as segments. Picking the chosen one again takes the answer back. */
export function ChoiceControl({ field, path, words, answer }: LeafProps<string | number>) {
  const { value, change } = answer;
  const options = useOptions(field);
  if (options.length < fewest) {
    const segments = options.map((option) => ({ value: option, words: words.option(option) }));
    return <Segments path={path} value={value} options={segments} change={change} />;
  }
  return (
    <div className="chips">
      {options.map((option) => (
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
