/** The shortcuts of the desk. None is a single letter, so all work while somebody types (WCAG 2.1.4). */
export const shortcuts = {
  continue: { mod: true, key: "Enter" },
  send: { mod: true, key: "s" },
  jump: { mod: true, key: "k" },
  nextStep: { alt: true, key: "PageDown" },
  stepBefore: { alt: true, key: "PageUp" },
  handling: { key: "F6" },
  mainColumn: { shift: true, key: "F6" },
  nextIssue: { key: "F8" },
  issueBefore: { shift: true, key: "F8" },
  all: { mod: true, key: "/" },
} as const satisfies Record<string, Shortcut>;

export type Action = keyof typeof shortcuts;

interface Shortcut {
  /** Control, on a Mac Command. */
  readonly mod?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
  readonly key: string;
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * The Latin key of a key press. On a layout with other letters, the position of the key counts: Ctrl S is the key that
 * types `ы` on a Russian keyboard. On Russian and Hebrew layouts the key of the slash types a period.
 */
function latinKey({ key, code }: KeyboardEvent): string {
  const isForeign = /^(?!\p{Script=Latin})[\p{L}\p{M}]/u.test(key);
  if (code === "Slash" && (isForeign || key === ".")) return "/";
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  return ((isForeign && letter) || key).toLowerCase();
}

/** The action of a key press. Undefined if it is no shortcut. */
export function actionOf(event: KeyboardEvent): Action | undefined {
  // A letter without a modifier is never a shortcut. Return early: the search costs time at every key.
  if (event.key.length === 1 && !(event.ctrlKey || event.metaKey || event.altKey)) return undefined;
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const actions = Object.keys(shortcuts) as Action[];
  return actions.find((action) => {
    const { mod: wantsMod = false, alt = false, shift = false, key }: Shortcut = shortcuts[action];
    // On some layouts the slash itself needs Shift.
    const shiftFits = event.shiftKey === shift || key === "/";
    return mod === wantsMod && event.altKey === alt && shiftFits && latinKey(event) === key.toLowerCase();
  });
}

/** The names of a shortcut's keys: `Ctrl S`, on a Mac `⌘ S`. */
export function capsOf(action: Action): string {
  const { mod, alt, shift, key }: Shortcut = shortcuts[action];
  const names = isMac() ? { mod: "⌘", alt: "⌥", shift: "⇧" } : { mod: "Ctrl", alt: "Alt", shift: "Shift" };
  const caps: Record<string, string> = { Enter: isMac() ? "Return" : "Enter", PageDown: "PgDn", PageUp: "PgUp" };
  return [mod && names.mod, alt && names.alt, shift && names.shift, caps[key] ?? key.toUpperCase()]
    .filter(Boolean)
    .join(" ");
}
