import { useTranslations } from "use-intl";
import type { Kind } from "#lead/kinds.ts";
import { normalise } from "#lead/normalise.ts";
import { Message } from "../../ui/Message.tsx";

/** For limits above this, show only the place of the cut: nobody reads a long text again. */
const readAgain = 100;
const around = 40;

interface Props {
  readonly answer: string;
  /** The part of the answer within the limit. */
  readonly kept: string;
  readonly limit: number;
  readonly kind: Kind | undefined;
}

/**
 * Shows what Lofty would keep of an answer. For a long answer, the last words that stay and the first that are lost.
 */
export function CutPreview({ answer, kept, limit, kind }: Props) {
  const t = useTranslations("count");
  const said = (text: string) => <bdi className="font-bold wrap-anywhere text-over">{text}</bdi>;
  const cut = normalise(answer, kind).slice(kept.length);
  return (
    <Message>
      {limit <= readAgain ? (
        <span>
          {t("kept", { limit })} {said(kept)}
        </span>
      ) : (
        <span>
          {t("keptUpTo", { limit })} {said(lastOf(kept))} {t("lost")} {said(firstOf(cut))}
        </span>
      )}
    </Message>
  );
}

/** Never splits a character, and splits no word if there are spaces. */
function lastOf(text: string): string {
  const end = [...text].slice(-around).join("");
  return end.length === text.length ? text : `… ${end.replace(/^\S*\s+/, "")}`;
}

function firstOf(text: string): string {
  const start = [...text].slice(0, around).join("");
  return start.length === text.length ? text.trim() : `${start.replace(/\s+\S*$/, "").trim()} …`;
}
