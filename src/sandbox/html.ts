import { createHash } from "node:crypto";
import type { Answer } from "./answer.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? "");

const style = `
:root { color-scheme: light dark; --line: #8885; --soft: #8881; --mark: #b45309; }
@media (prefers-color-scheme: dark) { :root { --mark: #fbbf24; } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem 1.5rem 4rem; max-width: 72rem; }
.notice { border: 2px solid var(--mark); border-radius: .5rem; padding: .5rem 1rem; font-weight: 600; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
td { overflow-wrap: anywhere; white-space: pre-wrap; }
th[scope=row], .id { font-family: ui-monospace, monospace; font-size: .9em; font-weight: 400; }
.cut td, .cut th { background: var(--soft); }
button { font: inherit; padding: .5rem 1rem; margin: 0 .5rem .5rem 0; }
.mark { color: var(--mark); font-weight: 600; white-space: nowrap; }
`;

const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const nav =
  '<nav><a href="/sandbox/leads">Leads</a> · <a href="/sandbox/faults">Switches</a> · <a href="/sandbox/requests">Requests</a></nav>';

/**
 * Returns an HTML page without scripts. `body` is HTML; the caller must escape external data with `escape`. `bare`: without
 * links to the other pages.
 */
export const page = (title: string, body: string, bare = false): Answer => ({
  status: 200,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  },
  body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${style}</style></head>
<body>${bare ? "" : nav}
<h1>${escape(title)}</h1>
<p class="notice">Sandbox: nothing here reaches Lofty. It is kept in memory and gone when the sandbox ends.</p>
${body}</body></html>`,
  way: "whole",
});
