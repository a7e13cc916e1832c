import { idOf, type LeafProps } from "./control.ts";

/** On or off. Switching it off again takes the answer back: nothing is sent that was not said. */
export function FlagControl({ path, describedBy, answer }: LeafProps<boolean>) {
  const { value, change, ref } = answer;
  return (
    <div className="switch-row">
      <input
        type="checkbox"
        role="switch"
        className="switch"
        id={idOf(path)}
        ref={ref}
        checked={value === true}
        aria-describedby={describedBy}
        onChange={(event) => change(event.target.checked || undefined)}
      />
    </div>
  );
}
