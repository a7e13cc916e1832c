import { useEffect, useEffectEvent, useId, useLayoutEffect } from "react";
import { holdOpenLead } from "./openLead.ts";

interface Asker {
  /** The address of the page that has unsaved changes. */
  readonly href: string;
  /** Asks the person, and runs `go` if what is typed may go. */
  readonly ask: (go: () => void) => void;
}

const askers = new Set<Asker>();
let isDone = false;
const asker = () => (isDone ? undefined : [...askers][0]);

/** Runs `go`, which opens another page of the app, at once or when the person has confirmed that what is typed may go. */
export function leave(go: () => void): void {
  const found = asker();
  if (found) found.ask(go);
  else go();
}

/**
 * Called when the browser has gone back or forward, before the page is drawn. Returns true if this page has unsaved
 * changes: then it has its address again, and goes back when the person has confirmed it.
 */
export function staysForNow(): boolean {
  const found = asker();
  if (!found || new URL(found.href).pathname === window.location.pathname) return false;
  window.history.pushState(null, "", found.href);
  found.ask(() => {
    askers.delete(found);
    window.history.back();
  });
  return true;
}

/** From now on nothing asks before this page is left: what is typed is done with. The caller loads another page. */
export const stopAsking = (): void => void (isDone = true);

/** While `isTyped`, no new build of the app reloads this tab. */
export function useTyped(isTyped: boolean): void {
  const reason = useId();
  useEffect(() => {
    holdOpenLead(reason, isTyped);
    return () => holdOpenLead(reason, false);
  }, [reason, isTyped]);
}

/** The same, and the browser asks before it reloads or closes the tab. */
export function useUnsaved(isUnsaved: boolean): void {
  useTyped(isUnsaved);
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: Event) => {
      if (!isDone) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}

/**
 * While `isUnsaved`, calls `ask` before a link or the browser's Back opens another page of the app. It opens when `ask`
 * calls `go`. `href`: the address of this page now, with its hash.
 */
export function useAskToLeave(isUnsaved: boolean, href: string, ask: Asker["ask"]): void {
  const onLeave = useEffectEvent(ask);
  // A layout effect: no link can be pressed between the render that shows "Saved" and this.
  useLayoutEffect(() => {
    if (!isUnsaved) return;
    const asks: Asker = { href, ask: (go) => onLeave(go) };
    askers.add(asks);
    return () => void askers.delete(asks);
  }, [isUnsaved, href]);
}
