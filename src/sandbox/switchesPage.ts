import type { Answer } from "./answer.ts";
import { escape, page } from "./html.ts";
import { presses } from "./presses.ts";
import { allowedWords } from "./setSwitches.ts";
import { type Settings, switches, switchNames } from "./switches.ts";

const basisWords = {
  documented: "documented",
  observed: "seen by others",
  assumed: "an assumption",
  "stand-in": "the stand-in's own",
} as const;

const buttons = Object.entries(presses)
  .map(([name, { words }]) => `<button name="press" value="${name}">${words}</button>`)
  .join(" ");

/** GET /sandbox/faults as HTML: the switch table, with the source of each default. */
export function switchesPage(settings: Settings): Answer {
  const row = (name: (typeof switchNames)[number]) => {
    const { default: initial, allowed, basis, section, says } = switches[name];
    const isSet = settings[name] !== initial;
    const mark = basis === "assumed" ? ' class="mark"' : "";
    return `<tr${isSet ? ' class="cut"' : ""}><th scope="row">${name}</th><td>${escape(String(settings[name]))}</td>
<td>${escape(String(initial))}<br><span${mark}>${basisWords[basis]}</span> (LOFTY.md ${section})</td>
<td>${escape(says)}<br>${escape(allowedWords(allowed))}</td></tr>`;
  };
  return page(
    "Switches",
    `<form method="post" action="/sandbox/press">${buttons}</form>
<p>Nobody on this project has asked the service itself. A default that is an assumption says so.
Set with <code>POST /sandbox/faults {"switch": value}</code>; <code>{"reset": true}</code> sets all back.</p>
<div class="wide"><table><thead><tr><th scope="col">Switch</th><th scope="col">Now</th><th scope="col">Default</th>
<th scope="col">What it does, and what it may be</th></tr></thead><tbody>${switchNames.map(row).join("")}</tbody></table></div>`,
  );
}
