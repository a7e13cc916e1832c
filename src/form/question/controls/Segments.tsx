import { Check } from "lucide-react";
import { useStation } from "../../station/useStation.ts";
import { idOf } from "../answers/control.ts";

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
export function Segments<T extends string | number | boolean>({ path, value, options, change }: Props<T>) {
  const isKiosk = useStation().profile === "kiosk";
  return (
    <div className={isKiosk ? "chips" : "segments"}>
      {options.map((option) => {
        const id = `${idOf(path)}-${String(option.value ?? "none")}`;
        const chosen = value === option.value;
        return (
          <label
            key={id}
            className={
              isKiosk ? "chip min-w-28 justify-center" : `segment ${option.value === undefined ? "segment-none" : ""}`
            }
            htmlFor={id}
          >
            <input
              type="radio"
              id={id}
              name={idOf(path)}
              checked={chosen}
              onChange={() => change(option.value)}
              onClick={() => chosen && change(undefined)}
            />
            {isKiosk && <Check aria-hidden="true" />}
            {option.words}
          </label>
        );
      })}
    </div>
  );
}
