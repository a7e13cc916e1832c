import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import type { Issue } from "#lead/issue.ts";
import type { JsonObject } from "#lead/json.ts";
import { questionAt } from "#lead/questions.ts";
import { idOf } from "../../question/answers/control.ts";
import { Typed } from "../../ui/Typed.tsx";
import { useVocabulary } from "../../station/useVocabulary.ts";
import { useWordsOf } from "../../question/answers/useFieldWords.ts";
import { culpritsOf } from "./culprits.ts";

interface Props {
  readonly lead: JsonObject;
  readonly reason: string | undefined;
  /** The issues that our own check found. */
  readonly issues: readonly Issue[] | undefined;
  readonly onOpen: (path: string) => void;
}

/** The answers that our check refused, or that Lofty probably refused, each with a link to its question. */
export function Culprits({ lead, reason, issues = [], onOpen }: Props) {
  const t = useTranslations("outbox");
  const wordsOf = useWordsOf();
  const { vocabulary } = useVocabulary();
  const wrong = new Set(issues.map(({ path }) => path).filter((path) => questionAt(path)));
  const culprits = [...[...wrong].map((path) => ({ path, value: undefined })), ...culpritsOf(lead, reason, vocabulary)];
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
