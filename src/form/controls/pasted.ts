import type { ClipboardEvent } from "react";
import type { Kind } from "#lead/field.ts";
import { phonesIn } from "#lead/phone.ts";

const parted = (text: string) => text.replaceAll(/[;,\t]/g, "\n");

/** What parts a list of answers of a kind, beside lines, semicolons and commas: each answer on a line of its own. */
const onLines: Partial<Record<Kind, (text: string) => string>> = {
  phone: (text) => (phonesIn(text) ?? [text]).join("\n"),
  // A name before its address may hold spaces and commas: what parts two stands after an address.
  email: (text) => text.replaceAll("\t", "\n").split("\n").map(afterAddresses).join("\n"),
};

/** Without a look ahead from each address: that takes quadratic time. */
function afterAddresses(line: string): string {
  const last = line.lastIndexOf("@");
  if (last < 0) return line;
  return `${line.slice(0, last).replaceAll(/(@[^\s,;@]+)[\s,;]+/g, "$1\n")}${line.slice(last)}`;
}

/** The answers in a pasted list; undefined when it is no list. */
export function pasted(text: string, kind: Kind): readonly string[] | undefined {
  const parts = (onLines[kind] ?? parted)(text)
    .split("\n")
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 ? parts : undefined;
}

/** The answers that a list makes of the box it is pasted into: what is typed around the caret joins its ends. */
export function pastedInto({ target, clipboardData }: ClipboardEvent, kind: Kind): readonly string[] | undefined {
  const list = clipboardData.getData("text");
  if (!(target instanceof HTMLInputElement) || !pasted(list, kind)) return undefined;
  const { value, selectionStart, selectionEnd } = target;
  return pasted(`${value.slice(0, selectionStart ?? 0)}${list}${value.slice(selectionEnd ?? 0)}`, kind);
}
