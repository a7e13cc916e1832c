import type { ClipboardEvent } from "react";
import type { Kind } from "#lead/kinds.ts";
import { phonesIn } from "#lead/phone.ts";

const parted = (text: string) => text.replaceAll(/[;,\t]/g, "\n");

/** Rules of some kinds that put each pasted answer on its own line. */
const onLines: Partial<Record<Kind, (text: string) => string>> = {
  // One number over two lines stays one number.
  phone: (text) => phonesIn(text)?.join("\n") ?? text.replaceAll("\n", " "),
  // A name before its address may contain spaces and commas. So split only after an address.
  email: (text) => text.replaceAll("\t", "\n").split("\n").map(afterAddresses).join("\n"),
};

/** Uses no lookahead from each address: that would take quadratic time. */
function afterAddresses(line: string): string {
  const last = line.lastIndexOf("@");
  if (last < 0) return line;
  return `${line.slice(0, last).replaceAll(/(@[^\s,;@]+)[\s,;]+/g, "$1\n")}${line.slice(last)}`;
}

/** Returns the answers in a pasted list, or undefined if it is no list. */
export function pasted(text: string, kind: Kind): readonly string[] | undefined {
  const parts = (onLines[kind] ?? parted)(text)
    .split("\n")
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 ? parts : undefined;
}

/**
 * Returns the answers if a list is pasted into a box. The text before the caret joins the first one, the text after it
 * the last one. Undefined if it is no list.
 */
export function pastedInto({ target, clipboardData }: ClipboardEvent, kind: Kind): readonly string[] | undefined {
  const list = clipboardData.getData("text");
  if (!(target instanceof HTMLInputElement) || !pasted(list, kind)) return undefined;
  const { value, selectionStart, selectionEnd } = target;
  return pasted(`${value.slice(0, selectionStart ?? 0)}${list}${value.slice(selectionEnd ?? 0)}`, kind);
}
