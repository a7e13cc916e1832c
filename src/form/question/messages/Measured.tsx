import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from "react";
import type { Kind } from "#lead/kinds.ts";
import { endOfKept, measure } from "#lead/measure.ts";
import { useReadLive, type Live } from "../answers/live.ts";
import { Tint } from "./Tint.tsx";
import { Box } from "../../ui/TextBox.tsx";

interface Props extends Omit<LimitedProps, "limit"> {
  /** UTF-16 units. Undefined: no measure line. */
  readonly limit: number | undefined;
}

interface LimitedProps {
  readonly live: Live;
  readonly limit: number;
  /** Decides how the text is normalized before it is counted, as it will be sent. */
  readonly kind: Kind;
  readonly wrong: boolean;
  readonly lines?: boolean;
  readonly children: ReactNode;
}

/** The box around a typed answer. Its lower edge shows the length; letters past the limit are tinted. */
export function Measured({ limit, ...rest }: Props) {
  if (limit !== undefined) return <Limited {...rest} limit={limit} />;
  return <Box isWrong={rest.wrong}>{rest.children}</Box>;
}

function Limited({ live, limit, kind, wrong, lines = false, children }: LimitedProps) {
  const long = useReadLive(live, (text) => (measure(text, limit, kind).left < 0 ? text : undefined));
  const over = long !== undefined;
  const line = useRef<HTMLElement>(null);
  // Written to the DOM directly at every key, like the count (Count.tsx).
  useLayoutEffect(() => {
    const show = () => line.current?.style.setProperty("--n", String(measure(live.now(), limit, kind).length));
    show();
    return live.listen(show);
  }, [live, limit, kind]);
  // The line is not shown until the app takes over: only then is it known where its tick stands.
  return (
    <Box isWrong={over || wrong}>
      {over && <Tint text={long} end={endOfKept(long, limit, kind)} lines={lines} />}
      {children}
      <i
        ref={line}
        className={`measure pointer-events-none absolute z-2 in-[#first]:invisible ${over ? "over" : ""}`}
        style={{ "--max": limit } as CSSProperties}
        aria-hidden="true"
      >
        <b className="tick" />
      </i>
    </Box>
  );
}
