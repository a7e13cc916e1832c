import { useTranslations } from "use-intl";
import type { Kind } from "#lead/field.ts";
import { normalise } from "#lead/normalise.ts";

/** Longer than this nobody reads again what they have just typed: only where it would be cut is shown. */
const readAgain = 100;
const around = 40;

interface Props {
  readonly answer: string;
  /** What is left of it at the limit. */
  readonly kept: string;
  readonly limit: number;
  readonly kind: Kind | undefined;
}

/** What Lofty would keep of an answer; of a long one the last words that stay and the first that go. */
export function Cut({ answer, kept, limit, kind }: Props) {
  const t = useTranslations("count");
  const said = (text: string) => <bdi className="font-bold wrap-anywhere text-over">{text}</bdi>;
  const cut = normalise(answer, kind).slice(kept.length);
  return (
    <p className="message">
      {limit <= readAgain ? (
        <span>
          {t("kept", { limit })} {said(kept)}
        </span>
      ) : (
        <span>
          {t("keptUpTo", { limit })} {said(lastOf(kept))} {t("lost")} {said(firstOf(cut))}
        </span>
      )}
    </p>
  );
}

/** Whole letters, and whole words where there are any. */
function lastOf(text: string): string {
  const end = [...text].slice(-around).join("");
  return end.length === text.length ? text : `… ${end.replace(/^\S*\s+/, "")}`;
}

function firstOf(text: string): string {
  const start = [...text].slice(0, around).join("");
  return start.length === text.length ? text.trim() : `${start.replace(/\s+\S*$/, "").trim()} …`;
}
