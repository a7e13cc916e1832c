import type { InputHTMLAttributes } from "react";
import type { Kind } from "#lead/kinds.ts";

/** Keyboard attributes of each kind. Never `type=number` or `type=email`: those lose characters. */
export const typing: Partial<Record<Kind, InputHTMLAttributes<HTMLInputElement>>> = {
  text: { autoCapitalize: "words", autoCorrect: "off", spellCheck: false },
  token: { autoCapitalize: "words" },
  phone: { inputMode: "tel", autoCorrect: "off", spellCheck: false },
  email: { inputMode: "email", autoCapitalize: "none", autoCorrect: "off", spellCheck: false },
  url: { inputMode: "url", autoCapitalize: "none", autoCorrect: "off", spellCheck: false },
  int64: { inputMode: "numeric", autoCorrect: "off", spellCheck: false },
  integer: { inputMode: "numeric" },
  money: { inputMode: "decimal", autoCorrect: "off" },
  decimal: { inputMode: "decimal" },
  decimalText: { inputMode: "decimal" },
  number: { inputMode: "decimal" },
};
