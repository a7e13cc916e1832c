import { CheckCheck } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { deviceKind } from "../../browser/deviceKind.ts";
import { Typed } from "../../ui/Typed.tsx";
import type { Answer } from "./answer.ts";
import { useLong } from "./useLong.ts";

interface Props {
  /** The first is the most important. */
  readonly answers: readonly [Answer, ...Answer[]];
  readonly inLofty: number;
  /** The leads of the house, wherever they are. */
  readonly all: number;
}

/** Whether the host can leave, and all that is missing. */
export function AnswerCard({ answers, inLofty, all }: Props) {
  const t = useTranslations("leave");
  const format = useFormatter();
  const wordsOf = useWords();
  const [first, ...rest] = answers;
  const isDone = first.is === "allIn";
  const isRevoked = first.is === "there" && first.contact === "revoked";
  return (
    <section role="status" className={`grid gap-4 rounded-card px-4 py-4 ${isDone ? "bg-ok-tint" : "bg-warn-tint"}`}>
      <div className="flex items-start gap-4">
        {isDone && <CheckCheck aria-hidden="true" className="size-11 shrink-0 text-ok" />}
        {"count" in first && (
          <b className="font-display text-5xl font-medium text-warn">{format.number(first.count)}</b>
        )}
        <div>
          <h2 className="text-2xl/tight">
            <Typed text={wordsOf(first)} />
          </h2>
          <p className="text-ink-2">{isRevoked ? t("revokedText") : wordsOf(first, "Text")}</p>
          {rest.length > 0 && (
            <ul className="pt-2 font-semibold">
              {rest.map((answer, index) => (
                <li key={index}>
                  {"count" in answer && `${format.number(answer.count)} `}
                  <Typed text={wordsOf(answer)} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {all > 0 && <Measure part={inLofty} whole={all} isDone={isDone} words={t("inLofty", { count: inLofty, all })} />}
    </section>
  );
}

/** Returns a function that says an answer without its count, or the text below it. */
function useWords() {
  const t = useTranslations("leave");
  const long = useLong();
  return (answer: Answer, part: "" | "Text" = "") =>
    t(`${answer.is}${part}`, {
      device: deviceKind(),
      count: "count" in answer ? answer.count : 0,
      name: "name" in answer ? isolatedAlways(answer.name) : "",
      time: "silentMs" in answer ? long(answer.silentMs) : "",
    });
}

interface MeasureProps {
  readonly part: number;
  readonly whole: number;
  readonly isDone: boolean;
  readonly words: string;
}

/** The drawing is stretched, its lines are not. */
const keepsWidth = { vectorEffect: "non-scaling-stroke" } as const;

/** A dimension line that fills up. */
function Measure({ part, whole, isDone, words }: MeasureProps) {
  const share = Math.min(100, Math.round((100 * part) / whole));
  return (
    <div className="flex items-center gap-3">
      <svg viewBox="0 0 108 14" preserveAspectRatio="none" className="h-3.5 min-w-0 flex-1" aria-hidden="true">
        <path d="M4 7H104" className={isDone ? "stroke-ok" : "stroke-warn"} strokeWidth="1" {...keepsWidth} />
        {share > 0 && <path d={`M4 7H${4 + share}`} className="stroke-ok" strokeWidth="3" {...keepsWidth} />}
        <path d="M4 13V1" className="stroke-ok" strokeWidth="2" {...keepsWidth} />
        <path d="M104 13V1" className={isDone ? "stroke-ok" : "stroke-warn"} strokeWidth="2" {...keepsWidth} />
      </svg>
      <span className="text-sm whitespace-nowrap text-ink-2">{words}</span>
    </div>
  );
}
