import { useTranslations } from "use-intl";
import type { Difference } from "#lead/staffAnswers.ts";
import { questionAt, keyOf } from "#lead/questions.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

/** What Lofty holds otherwise than it was sent, in the words of the form. */
export function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const t = useTranslations("outbox");
  // Keys made from data: words.ts has the compiler check that every asked field has its label.
  const fields = useTranslations("fields") as unknown as ((key: string) => string) & { has(key: string): boolean };
  const label = (path: string) => {
    const key = `${keyOf(path)}.label`;
    return questionAt(path) && fields.has(key) ? fields(key) : path;
  };
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
