import { idOf } from "./control.ts";

interface Props<T> {
  readonly path: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T | undefined; readonly words: string }[];
  readonly change: (value: T | undefined) => void;
}

/** A few answers side by side, one of them chosen; choosing it again takes it back. */
export function Segments<T extends string | number | boolean>({ path, value, options, change }: Props<T>) {
  return (
    <div className="segments">
      {options.map((option) => {
        const id = `${idOf(path)}-${String(option.value ?? "none")}`;
        const chosen = value === option.value;
        return (
          <label key={id} className={`segment ${option.value === undefined ? "segment-none" : ""}`} htmlFor={id}>
            <input
              type="radio"
              id={id}
              name={idOf(path)}
              checked={chosen}
              onChange={() => change(option.value)}
              onClick={() => chosen && change(undefined)}
            />
            {option.words}
          </label>
        );
      })}
    </div>
  );
}
