import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { questionAt } from "#lead/questions.ts";
import { measure } from "#lead/measure.ts";
import { useStation } from "../station/useStation.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Cut } from "./Cut.tsx";
import { InShort } from "./InShort.tsx";
import { shorten } from "#lead/shorten.ts";

/** The note has nowhere longer to go, and half a phone number is none (PhoneOffer.tsx helps there). */
const canShorten = (path: string) => path !== "content" && questionAt(path)?.kind !== "phone";

interface Props {
  readonly path: string;
  readonly limit: number;
  /** What is wrong is said already: only the ways out are left to say. */
  readonly told: boolean;
}

/** What Lofty would keep of an answer that is too long, and the ways out. Visitors are asked for a shorter form. */
export function Over({ path, limit, told }: Props) {
  const t = useTranslations();
  const { label } = useFieldWords(path);
  const visited = isVisited(useStation());
  const value: unknown = useWatch({ name: path });
  const answer = typeof value === "string" ? value : "";
  const kind = questionAt(path)?.kind;
  const { left, kept } = measure(answer, limit, kind);
  const over = left < 0;
  if (visited)
    return over && !told ? <p className="message message-over">{t("count.shorter", { count: -left })}</p> : null;
  return (
    <>
      {over && !told && <Cut answer={answer} kept={kept} limit={limit} kind={kind} />}
      {canShorten(path) && (
        <InShort
          path={path}
          answer={answer}
          short={over ? shorten(answer, limit, kind) : undefined}
          offer={t("waysOut.shorten", { label: label.toLowerCase() })}
        />
      )}
    </>
  );
}
