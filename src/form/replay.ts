import { actionOf } from "./lead/desk/shortcuts.ts";

/** A pressed element of the first screen, or a key that boot.js has held back. */
export type Press = Element | KeyboardEvent;
/** Returns the same control in the app. */
export type Counterpart = (of: Element) => HTMLElement | undefined;

/** How long to wait for the app's shortcuts to listen, and for a dialog or a step to take the focus. */
const mostFramesToListen = 60;
const framesToAct = 3;

/**
 * Repeats in the app what was pressed before the takeover, in order. Elements are clicked once each. `presses` may grow
 * meanwhile.
 */
export async function replay(
  presses: readonly Press[],
  isWanted: (press: Press) => boolean,
  counterpart: Counterpart,
): Promise<void> {
  const clicked = new Set<Press>();
  for (const press of presses) {
    if (!isWanted(press) || clicked.has(press)) continue;
    clicked.add(press);
    if (press instanceof KeyboardEvent) await pressKey(press);
    else if (!press.matches("summary")) counterpart(press)?.click();
  }
}

async function pressKey(event: KeyboardEvent): Promise<void> {
  const isShortcut = actionOf(event) !== undefined;
  for (let left = isShortcut ? mostFramesToListen : 0; !send(event) && left > 0; left--) await frames(1);
  if (isShortcut || event.key === "Enter") await frames(framesToAct);
}

const commands: Record<string, string> = { Backspace: "delete", Delete: "forwardDelete" };

/** Sends a key to the focused element, and types it there. Returns whether the app handled it. */
function send(event: KeyboardEvent): boolean {
  const target = document.activeElement ?? document.body;
  if (!target.dispatchEvent(new KeyboardEvent(event.type, event))) return true;
  const command = event.key.length === 1 ? "insertText" : commands[event.key];
  if (command && actionOf(event) === undefined) document.execCommand(command, false, event.key);
  return false;
}

async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}
