import { useTranslations } from "use-intl";
import { isVisited } from "#lead/station/allowed.ts";
import { questionAt } from "#lead/questions.ts";
import { measure } from "#lead/measure.ts";
import { shorten } from "#lead/shorten.ts";
import { useStation } from "../../station/useStation.ts";
import { useFieldWords } from "../answers/useFieldWords.ts";
import { CutPreview } from "./CutPreview.tsx";
import { ShortenOffer } from "./ShortenOffer.tsx";
import { useRead } from "../answers/live.ts";
import { useInSentence } from "../../words/useInSentence.ts";
import { Message } from "../../ui/Message.tsx";

/**
 * False for the note, because there is no longer field, and for phones, because half a number is useless
 * (PhoneOffer.tsx helps there).
 */
const canShorten = (path: string) => path !== "content" && questionAt(path)?.kind !== "phone";

interface Props {
  readonly path: string;
  readonly limit: number;
  /** An error message is shown already: show only the ways to fix it. */
  readonly hasMessage: boolean;
}

/**
 * What Lofty would keep of an answer that is too long, and ways to shorten it. Visitors are asked for a shorter text.
 */
export function TooLong({ path, limit, hasMessage }: Props) {
  const t = useTranslations();
  const inSentence = useInSentence();
  const { label } = useFieldWords(path);
  const visited = isVisited(useStation());
  const kind = questionAt(path)?.kind;
  // Empty while the answer fits, so that a key renders nothing until then.
  const answer = useRead(path, (text) => (measure(text, limit, kind).left < 0 ? text : ""));
  const { left, kept } = measure(answer, limit, kind);
  const over = left < 0;
  if (visited)
    return over && !hasMessage ? <Message tone="over">{t("count.shorter", { count: -left })}</Message> : null;
  return (
    <>
      {over && !hasMessage && <CutPreview answer={answer} kept={kept} limit={limit} kind={kind} />}
      {canShorten(path) && (
        <ShortenOffer
          path={path}
          short={over ? shorten(answer, limit, kind) : undefined}
          offer={t("waysOut.shorten", { label: inSentence(label) })}
        />
      )}
    </>
  );
}
