import type { CSSProperties, ReactNode } from "react";
import { measure } from "#lead/measure.ts";

interface Props {
  readonly text: string;
  /** UTF-16 units; without one there is no measure. */
  readonly limit: number | undefined;
  readonly wrong: boolean;
  readonly lines?: boolean;
  readonly children: ReactNode;
}

/** The box around a typed answer, with the measure on its lower edge and the letters past the limit tinted. */
export function Measured({ text, limit, wrong, lines = false, children }: Props) {
  if (limit === undefined) return <div className={`control ${wrong ? "wrong" : ""}`}>{children}</div>;
  const { length, left, kept } = measure(text, limit);
  const over = left < 0;
  return (
    <div className={`control ${over ? "over" : wrong ? "wrong" : ""}`}>
      {over && <Marks text={text} kept={kept} lines={lines} />}
      {children}
      <i
        className={`measure ${over ? "over" : ""}`}
        style={{ "--n": length, "--max": limit } as CSSProperties}
        aria-hidden="true"
      >
        <b className="tick" />
      </i>
    </div>
  );
}

/** Mirrors the typed text behind the input. Where the composed text differs from the typed one the sentence below says it all. */
function Marks({ text, kept, lines }: { readonly text: string; readonly kept: string; readonly lines: boolean }) {
  const start = text.length - text.trimStart().length;
  const end = start + kept.length;
  if (text.slice(start, end) !== kept) return null;
  return (
    <span className={`marks ${lines ? "marks-lines" : ""}`} aria-hidden="true">
      <span>{text.slice(0, end)}</span>
      <mark>{text.slice(end)}</mark>
    </span>
  );
}
