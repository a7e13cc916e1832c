import { Chip, Chips } from "../../ui/Chips.tsx";
import { idOf, type LeafProps } from "../answers/control.ts";
import { clearAgain } from "./clearAgain.ts";
import { FewOptions } from "./FewOptions.tsx";
import { useOptions } from "./useOptions.ts";

const fewest = 4;

/**
 * One choice, as chips, or as segments if there are fewer than four options. A click on the chosen option clears the
 * answer.
 */
export function ChoiceControl({ field, path, words, answer }: LeafProps<string | number>) {
  const { value, change } = answer;
  const offered = useOptions(field, undefined);
  const options = useOptions(field, value);
  // Not by the options that are shown: a picked one that is no option any more goes when another is picked.
  if (offered.length < fewest) {
    const segments = options.map((option) => ({ value: option, words: words.option(option) }));
    return <FewOptions path={path} value={value} options={segments} change={change} />;
  }
  return (
    <Chips>
      {options.map((option) => (
        <Chip
          key={option}
          type="radio"
          id={`${idOf(path)}-${option}`}
          name={idOf(path)}
          checked={value === option}
          onChange={() => change(option)}
          onClick={clearAgain(value === option, change)}
        >
          {words.option(option)}
        </Chip>
      ))}
    </Chips>
  );
}
