import { useEffect, useState } from "react";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Kind } from "#lead/field.ts";
import { measure } from "#lead/measure.ts";
import { questionAt } from "#lead/questions.ts";

const announceAfterMs = 1000;
const nearFrom = 0.8;

/** How much of a limit is left. Screen readers hear it when typing pauses, from four fifths on; at once when it is crossed. */
export function Count({ path, limit }: { readonly path: string; readonly limit: number }) {
  const value: unknown = useWatch({ name: path });
  return <CountOf text={typeof value === "string" ? value : ""} limit={limit} kind={questionAt(path)?.kind} />;
}

interface CountOfProps {
  readonly text: string;
  readonly limit: number;
  readonly kind: Kind | undefined;
}

/** The same for a text that is no answer yet. */
export function CountOf({ text, limit, kind }: CountOfProps) {
  const t = useTranslations("count");
  const { length, left } = measure(text, limit, kind);
  const over = left < 0;
  const words = over ? t("over", { count: -left }) : t("left", { count: left });
  const heard = useHeard(length >= limit * nearFrom ? words : "", over);
  const look = over ? "over" : length >= limit * nearFrom ? "near shown" : length > 0 ? "shown" : "";
  return (
    <>
      <span className={`count ${look}`} aria-hidden="true">
        {words}
      </span>
      <span className="sr-only" role="status">
        {heard}
      </span>
    </>
  );
}

function useHeard(words: string, over: boolean): string {
  const [heard, setHeard] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setHeard(words), announceAfterMs);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => {
    if (over) setHeard(words);
    // Only the crossing is said at once; what follows waits for the pause.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [over]);
  return heard;
}
