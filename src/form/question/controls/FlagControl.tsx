import { valueAt } from "#lead/valueAt.ts";
import { useStation } from "../../station/useStation.ts";
import { Switch } from "../../ui/Switch.tsx";
import { idOf, type LeafProps } from "../answers/control.ts";

/**
 * A switch. It starts with the station's preset. Without a preset, switching it off clears the answer, so that nothing
 * is sent that nobody answered.
 */
export function FlagControl({ path, describedBy, answer }: LeafProps<boolean>) {
  const { value, change } = answer;
  const preset = valueAt(useStation().presets, path);
  return (
    <Switch
      id={idOf(path)}
      checked={value ?? preset === true}
      aria-describedby={describedBy}
      onChange={({ target }) => change(target.checked || (preset === undefined ? undefined : false))}
    />
  );
}
