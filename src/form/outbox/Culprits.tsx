import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import type { JsonObject } from "#lead/json.ts";
import { idOf } from "../controls/control.ts";
import { Typed } from "../ui/Typed.tsx";
import { useVocabulary } from "../vocabulary/useVocabulary.ts";
import { useWordsOf } from "../words/useFieldWords.ts";
import { culpritsOf } from "./culprits.ts";

interface Props {
  readonly lead: JsonObject;
  readonly reason: string | undefined;
  readonly onOpen: (path: string) => void;
}

/** The answers that Lofty probably did not take, each a link to its question. */
export function Culprits({ lead, reason, onOpen }: Props) {
  const t = useTranslations("outbox");
  const wordsOf = useWordsOf();
  const { vocabulary } = useVocabulary();
  const culprits = culpritsOf(lead, reason, vocabulary);
  return culprits.map(({ path, value }) => {
    const { label } = wordsOf(path);
    return (
      <a
        key={`${path} ${value}`}
        href={`#${idOf(path)}`}
        className="block text-current underline"
        onClick={(event) => {
          event.preventDefault();
          onOpen(path);
        }}
      >
        <Typed
          text={value === undefined ? t("lookAt", { label }) : t("notListed", { label, value: isolatedAlways(value) })}
        />
      </a>
    );
  });
}
