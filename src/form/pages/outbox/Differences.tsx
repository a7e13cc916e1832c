import { useTranslations } from "use-intl";
import type { Difference } from "#lead/submission/staffAnswers.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";
import { useLabel } from "./useLabel.ts";

/** The values that Lofty stores differently from what was sent, with the labels of the form. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const t = useTranslations("outbox");
  const label = useLabel();
  return (
    <ul className="text-warn">
      {differences.map(({ path, sent, stored }) => (
        <li key={path}>
          <Typed
            text={
              stored === ""
                ? t("notKept", { label: label(path), sent: isolatedAlways(sent) })
                : t("differs", { label: label(path), sent: isolatedAlways(sent), stored: isolatedAlways(stored) })
            }
          />
        </li>
      ))}
    </ul>
  );
}
