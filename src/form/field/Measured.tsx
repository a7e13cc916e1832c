import { Suspense, type CSSProperties, type ReactNode } from "react";
import type { Kind } from "#lead/field.ts";
import { endOfKept, measure } from "#lead/measure.ts";
import { afterFirstKey } from "../later.ts";

const Marks = afterFirstKey(() => import("./Marks.tsx"), "Marks");

interface Props {
  readonly text: string;
  /** UTF-16 units; without one there is no measure. */
  readonly limit: number | undefined;
  /** What the answer may hold is counted as it will be sent. */
  readonly kind: Kind;
  readonly wrong: boolean;
  readonly lines?: boolean;
  readonly children: ReactNode;
}

/** The box around a typed answer, with the measure on its lower edge and the letters past the limit tinted. */
export function Measured({ text, limit, kind, wrong, lines = false, children }: Props) {
  if (limit === undefined) return <div className={`control ${wrong ? "wrong" : ""}`}>{children}</div>;
  const { length, left } = measure(text, limit, kind);
  const over = left < 0;
  return (
    <div className={`control ${over ? "over" : wrong ? "wrong" : ""}`}>
      {over && (
        <Suspense>
          <Marks text={text} end={endOfKept(text, limit, kind)} lines={lines} />
        </Suspense>
      )}
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
