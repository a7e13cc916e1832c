import { use, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Kind } from "#lead/kinds.ts";
import { measure } from "#lead/measure.ts";
import { questionAt } from "#lead/questions.ts";
import { StationContext } from "../../station/useStation.ts";
import { useFixed, useLive, useReadLive, type Live } from "../answers/live.ts";

const announceAfterMs = 1000;
const nearFrom = 0.8;
/** A kiosk shows the count only when this many characters are left. */
const fewLeft = 5;
/** Cache of the count's texts by language and number: formatting them takes 10% of a key's time. */
const known = new Map<string, string>();

/**
 * The number of characters left. Screen readers announce it when typing pauses, if 80% is used, and at once when the
 * limit is crossed.
 */
export function Count({ path, limit }: { readonly path: string; readonly limit: number }) {
  return <CountLive live={useLive(path)} limit={limit} kind={questionAt(path)?.kind} />;
}

interface CountOfProps {
  readonly text: string;
  readonly limit: number;
  readonly kind: Kind | undefined;
}

/** The same for a text that is not an answer yet. */
export function CountOf({ text, limit, kind }: CountOfProps) {
  return <CountLive live={useFixed(text)} limit={limit} kind={kind} />;
}

function CountLive({ live, limit, kind }: Omit<CountOfProps, "text"> & { readonly live: Live }) {
  const t = useTranslations("count");
  const locale = useLocale();
  const count = useRef<HTMLSpanElement>(null);
  const over = useReadLive(live, (text) => measure(text, limit, kind).left < 0);
  const isKiosk = use(StationContext)?.profile === "kiosk";
  const isNear = (text: string) => {
    const { length, left } = measure(text, limit, kind);
    return isKiosk ? left <= fewLeft : length >= limit * nearFrom;
  };
  const wordsOf = (text: string) => {
    const { left } = measure(text, limit, kind);
    const key = `${locale} ${left}`;
    const words = known.get(key) ?? (left < 0 ? t("over", { count: -left }) : t("left", { count: left }));
    known.set(key, words);
    return words;
  };
  const lookOf = (text: string) => {
    const { length, left } = measure(text, limit, kind);
    return `count ${left < 0 ? "over" : isNear(text) ? "near shown" : isKiosk ? "invisible" : length > 0 ? "shown" : ""}`;
  };
  const heard = useHeard(
    useReadLive(live, (text) => (isNear(text) ? wordsOf(text) : "")),
    over,
  );
  // Written to the DOM directly: a render would take longer than everything else that a key does.
  useLayoutEffect(() => {
    const show = () => {
      const [words, look] = [wordsOf(live.now()), lookOf(live.now())];
      const { current } = count;
      if (current) writeText(current, words);
      if (current && current.className !== look) current.className = look;
    };
    show();
    return live.listen(show);
  });
  return (
    <>
      <span ref={count} className={lookOf(live.now())} aria-hidden="true">
        {wordsOf(live.now())}
      </span>
      <span className="sr-only" role="status">
        {heard}
      </span>
    </>
  );
}

/**
 * Changes the existing text node: a new one would have its style computed again. Browsers that translate the page may
 * have put other nodes there.
 */
function writeText(element: HTMLElement, words: string): void {
  const { firstChild } = element;
  if (element.textContent === words) return;
  if (firstChild instanceof Text && firstChild === element.lastChild) firstChild.data = words;
  else element.textContent = words;
}

function useHeard(words: string, over: boolean): string {
  const [heard, setHeard] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setHeard(words), announceAfterMs);
    return () => clearTimeout(timer);
  }, [words]);
  useEffect(() => {
    if (over) setHeard(words);
    // Announce only the crossing at once. Further changes wait for the pause.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [over]);
  return heard;
}
