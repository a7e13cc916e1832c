import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { fieldAt } from "#lead/fields.ts";
import type { Issue } from "#lead/issue.ts";
import type { InLofty } from "#lead/submission/knownPeople.ts";
import { keyOf } from "#lead/questions.ts";
import { useOptOutWords } from "../../lead/duplicates/useOptOutWords.ts";
import { useWordsOf, type Lookup } from "../../question/answers/useFieldWords.ts";
import { Typed } from "../../ui/Typed.tsx";
import { tickedInVain, type Line } from "./lines.ts";
import type { Same } from "./sameIn.ts";
import type { Known } from "./useKnown.ts";
import { useHouseWords } from "./useHouseWords.ts";
import { useLineName } from "./useLineName.ts";
import { useInSentence } from "../../words/useInSentence.ts";

interface Props {
  readonly line: Line;
  readonly same: Same | undefined;
  readonly issues: readonly Issue[];
  readonly known: Known | undefined;
  readonly inLofty: InLofty | undefined;
}

/**
 * What is wrong with a line, and who is known. It has its height from the start: what comes later moves nothing, except
 * an opt-out that does not fit, because that is never cut off.
 */
export function LineNotes({ line, same, issues, known, inLofty }: Props) {
  const say = useIssueWords();
  const people = useKnownWords(known, inLofty);
  const { optOuts = [] } = known ?? {};
  const sayOptOut = useOptOutWords();
  const t = useTranslations("paper");
  // Only of a line that is not of the page's house.
  const { house } = line;
  const ticked = tickedInVain(line).map((way) => t(`without.${way}`));
  const lineName = useLineName();
  const inSentence = useInSentence();
  const double = same && t(`same.${same.what}`, { line: inSentence(lineName(same.line, same.index)) });
  const houseWords = useHouseWords();
  // The columns do not grow with the text either (w-0).
  return (
    <div className="flex min-h-6 w-0 min-w-full gap-3 text-sm max-lg:min-h-12 max-lg:flex-wrap max-lg:gap-y-0 max-lg:py-1">
      {house !== undefined && (
        <p className="truncate text-ink-2">
          <Typed text={house ? t("house.other", { house: houseWords(house) }) : t("house.otherNone")} />
        </p>
      )}
      {issues.length > 0 && (
        <p id={`${line.id}-issues`} className="text-over">
          {issues.map(say).join(" ")}
        </p>
      )}
      {double && <p className="text-warn">{double}</p>}
      {line.note !== "" && (
        <p className="truncate text-ink-2">
          {t("note")}: <bdi>{line.note}</bdi>
        </p>
      )}
      {ticked.length > 0 && <p className="text-warn">{ticked.join(" ")}</p>}
      {optOuts.length > 0 && (
        <p className="text-warn">
          <Typed text={optOuts.map(sayOptOut).join(" ")} />
        </p>
      )}
      {people !== "" && (
        <p className="line-clamp-2 min-w-0 flex-1 basis-full text-warn lg:line-clamp-1 lg:basis-1/3 lg:break-all">
          <Typed text={people} />
        </p>
      )}
    </div>
  );
}

function useKnownWords(known: Known | undefined, inLofty: InLofty | undefined): string {
  const t = useTranslations("paper");
  const { name } = known ?? {};
  const parts = [
    inLofty && t("inLofty", { name: isolatedAlways(inLofty.name), id: inLofty.leadId, more: inLofty.more }),
    name !== undefined && t("known", { name: isolatedAlways(name) }),
  ];
  return parts.filter(Boolean).join(" ");
}

/** Returns a function that says an issue in the words of the form. */
function useIssueWords() {
  const t = useTranslations() as unknown as Lookup;
  const wordsOf = useWordsOf();
  return ({ path, code }: Issue) => {
    const { label, one } = wordsOf(path);
    const field = fieldAt(path);
    const values = { label: /\.\d+$/.test(path) ? one : label, limit: field?.limit, most: undefined };
    const better = [
      code === "required" && `fieldIssues.${keyOf(path)}`,
      code === "format" && `kindIssues.${field?.kind}`,
    ].find((id) => id && t.has(id));
    return t(better || `issues.${code}`, values);
  };
}
