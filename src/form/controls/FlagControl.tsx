import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../station/useStation.ts";
import { idOf, type LeafProps } from "./control.ts";

/**
 * On or off, starting as the station presets it. Without a preset, switching it off again takes the answer back:
 * nothing is sent that was not said.
 */
export function FlagControl({ path, describedBy, answer }: LeafProps<boolean>) {
  const { value, change, ref } = answer;
  const preset = valueAt(useStation().presets, path);
  return (
    <input
      type="checkbox"
      className="switch"
      id={idOf(path)}
      ref={ref}
      checked={value ?? preset === true}
      aria-describedby={describedBy}
      onChange={({ target }) => change(target.checked || (preset === undefined ? undefined : false))}
    />
  );
}
