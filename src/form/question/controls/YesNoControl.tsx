import type { LeafProps } from "../answers/control.ts";
import { FewOptions } from "./FewOptions.tsx";

/** Lofty's "Yes" and "No". No default. */
export function YesNoControl({ path, words, answer }: LeafProps<string>) {
  const { value, change } = answer;
  const options = ["Yes", "No"].map((option) => ({ value: option, words: words.option(option) }));
  return <FewOptions path={path} value={value} options={options} change={change} />;
}
