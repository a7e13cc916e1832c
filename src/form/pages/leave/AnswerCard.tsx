import { CheckCheck } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import { Typed } from "../../ui/Typed.tsx";
import type { Answer } from "./answer.ts";

interface Props {
  readonly answer: Answer;
  readonly inLofty: number;
  /** The leads of the house, wherever they are. */
  readonly all: number;
}

/** The one answer: whether the host can leave. */
export function AnswerCard({ answer, inLofty, all }: Props) {
  const t = useTranslations("leave");
  const format = useFormatter();
  const isDone = answer.is === "allIn";
  const values = {
    device: deviceKind(),
    count: "count" in answer ? answer.count : 0,
    name: "name" in answer ? isolatedAlways(answer.name) : "",
  };
  return (
    <section role="status" className={`grid gap-4 rounded-card px-4 py-4 ${isDone ? "bg-ok-tint" : "bg-warn-tint"}`}>
      <div className="flex items-center gap-4">
        {isDone && <CheckCheck aria-hidden="true" className="size-11 shrink-0 text-ok" />}
        {"count" in answer && (
          <b className="font-display text-5xl font-medium text-warn">{format.number(answer.count)}</b>
        )}
        <div>
          <h2 className="text-2xl/tight">
            <Typed text={t(answer.is, values)} />
          </h2>
          <p className="text-ink-2">{t(`${answer.is}Text`, values)}</p>
        </div>
      </div>
      {all > 0 && <Measure part={inLofty} whole={all} isDone={isDone} words={t("inLofty", { count: inLofty, all })} />}
    </section>
  );
}

interface MeasureProps {
  readonly part: number;
  readonly whole: number;
  readonly isDone: boolean;
  readonly words: string;
}

/** A dimension line that fills up. */
function Measure({ part, whole, isDone, words }: MeasureProps) {
  const share = Math.min(100, Math.round((100 * part) / whole));
  return (
    <div className="flex items-center gap-3">
      <svg viewBox="0 0 108 14" preserveAspectRatio="none" className="h-3.5 min-w-0 flex-1" aria-hidden="true">
        <path d="M4 7H104" className={isDone ? "stroke-ok" : "stroke-warn"} strokeWidth="0.75" />
        {share > 0 && <path d={`M4 7H${4 + share}`} className="stroke-ok" strokeWidth="2.5" />}
        <path d="M3 13 5.5 1" className="stroke-ok" strokeWidth="1.5" />
        <path d="M102.5 13 105 1" className={isDone ? "stroke-ok" : "stroke-warn"} strokeWidth="1.5" />
      </svg>
      <span className="text-sm whitespace-nowrap text-ink-2">{words}</span>
    </div>
  );
}
