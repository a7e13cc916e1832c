import { ask } from "./api.ts";

/** The name of the box that only programs fill in. */
export const trapName = "subject";

/** The first screen from the proxy, with what boot.js noted there. */
interface First extends HTMLElement {
  readonly pressed?: readonly unknown[];
  readonly wentOn?: boolean;
}
let first = typeof document === "undefined" ? null : (document.getElementById("first") as First | null);

let opened: string | undefined;
let asked = false;

/** Call it when a form on a web page opens: the proxy signs the time. Without a network the form goes without it. */
export async function noteOpened(): Promise<void> {
  // People fill in the first screen before the app runs: then the time of this call is not when the form opened.
  const isUsed = first?.wentOn === true || (first?.pressed ?? []).length > 0;
  // The removed first screen holds what somebody typed.
  first = null;
  if (asked || isUsed) return;
  asked = true;
  opened = await ask<{ opened: string }>("GET", "/api/form-time").then(
    (answer) => answer.opened,
    () => undefined,
  );
}

/** What the proxy judges a form on a web page by. */
export function formMarks(): { readonly opened?: string; readonly trap?: string } {
  const trap = document.querySelector<HTMLInputElement>(`input[name="${trapName}"]`)?.value ?? "";
  return { ...(opened !== undefined && { opened }), ...(trap !== "" && { trap }) };
}
