import { useLayoutEffect, useRef } from "react";
import type { ShownText, Wording } from "#lead/station/wording.ts";
import { useShownText } from "./useShownText.ts";

/** A text as a person saw it. `at`: ISO 8601, UTC. */
export interface SeenText extends ShownText {
  readonly at: string;
}

/**
 * Returns a function that returns the station's text as the person saw it last, with the time. What was ticked belongs
 * to that text, whatever language the screen has when the lead is sent.
 */
export function useSeenText(wording: Wording, isOnScreen: boolean): () => SeenText {
  const { version, text, language } = useShownText(wording);
  const left = useRef<SeenText>(undefined);
  const seenNow = (): SeenText => ({ version, text, language, at: new Date().toISOString() });
  useLayoutEffect(() => {
    if (!isOnScreen) return;
    return () => void (left.current = { version, text, language, at: new Date().toISOString() });
  }, [isOnScreen, version, text, language]);
  return () => (isOnScreen ? undefined : left.current) ?? seenNow();
}
