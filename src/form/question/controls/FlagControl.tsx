import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../../station/useStation.ts";
import { idOf, type LeafProps } from "../answers/control.ts";

/**
 * A switch. It starts with the station's preset. Without a preset, switching it off clears the answer, so that nothing
 * is sent that nobody answered.
 */
export function FlagControl({ path, describedBy, answer }: LeafProps<boolean>) {
  const { value, change } = answer;
  const preset = valueAt(useStation().presets, path);
  return (
    <input
      type="checkbox"
      className="switch"
      id={idOf(path)}
      checked={value ?? preset === true}
      aria-describedby={describedBy}
      onChange={({ target }) => change(target.checked || (preset === undefined ? undefined : false))}
    />
  );
}
