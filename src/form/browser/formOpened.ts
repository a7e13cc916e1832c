import { ask } from "./api.ts";

/** The name of the box that only programs fill in. */
export const trapName = "subject";

let opened: string | undefined;
let asked = false;

/** Call it when a form on a web page opens: the proxy signs the time. Without a network the form goes without it. */
export async function noteOpened(): Promise<void> {
  if (asked) return;
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
