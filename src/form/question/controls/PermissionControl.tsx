import { useTranslations } from "use-intl";
import type { LeafProps } from "../answers/control.ts";
import { FewOptions } from "./FewOptions.tsx";

/**
 * Whether the office may use a channel. Lofty's flag means "cannot": yes is false, no is true. Without an answer
 * nothing is sent.
 */
export function PermissionControl({ path, answer }: LeafProps<boolean>) {
  const t = useTranslations("field");
  const { value, change } = answer;
  const options = [
    { value: false, words: t("allowed") },
    { value: true, words: t("refused") },
    { value: undefined, words: t("notAsked") },
  ];
  return <FewOptions path={path} value={value} options={options} change={change} />;
}
