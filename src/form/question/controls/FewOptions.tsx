import { useStation } from "../../station/useStation.ts";
import { Chip, Chips } from "../../ui/Chips.tsx";
import { Segment, Segments } from "../../ui/Segments.tsx";
import { idOf } from "../answers/control.ts";
import { clearAgain } from "./clearAgain.ts";

interface Props<T> {
  readonly path: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T | undefined; readonly words: string }[];
  readonly change: (value: T | undefined) => void;
}

/**
 * A few options side by side, one of them chosen. A click on the chosen option clears the answer. A kiosk shows them as
 * chips.
 */
export function FewOptions<T extends string | number | boolean>({ path, value, options, change }: Props<T>) {
  const isKiosk = useStation().profile === "kiosk";
  const drawn = options.map((option) => {
    const isChosen = value === option.value;
    const input = {
      id: `${idOf(path)}-${String(option.value ?? "none")}`,
      name: idOf(path),
      checked: isChosen,
      onChange: () => change(option.value),
      onClick: clearAgain(isChosen, change),
    };
    return isKiosk ? (
      <Chip key={input.id} {...input} type="radio" isWide>
        {option.words}
      </Chip>
    ) : (
      <Segment key={input.id} {...input} isNone={option.value === undefined}>
        {option.words}
      </Segment>
    );
  });
  return isKiosk ? <Chips>{drawn}</Chips> : <Segments>{drawn}</Segments>;
}
