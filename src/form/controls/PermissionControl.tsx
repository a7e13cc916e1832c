import { useTranslations } from "use-intl";
import type { LeafProps } from "./control.ts";
import { Segments } from "./Segments.tsx";

/** Whether we may use a channel. Lofty's flag forbids: said yes is false, said no is true, not asked sends nothing. */
export function PermissionControl({ path, answer }: LeafProps<boolean>) {
  const t = useTranslations("field");
  const { value, change } = answer;
  const options = [
    { value: false, words: t("allowed") },
    { value: true, words: t("refused") },
    { value: undefined, words: t("notAsked") },
  ];
  return <Segments path={path} value={value} options={options} change={change} />;
}
