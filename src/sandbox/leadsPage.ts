import type { Answer } from "./answer.ts";
import type { Json } from "./exactJson.ts";
import { stringifyReadable } from "./exactJson.ts";
import { escape, page } from "./html.ts";
import { leaves, type ShownLead } from "./shownLeads.ts";

const shownAtMost = 100;

/**
 * GET /sandbox/leads as HTML: for each lead what was received, what was stored, and what was cut. `bare`: without links to
 * other pages.
 */
export function leadsPage(leads: readonly ShownLead[], bare = false): Answer {
  const newest = leads.slice(-shownAtMost).toReversed();
  if (newest.length === 0)
    return page("Leads", "<p>No lead has arrived yet. Send one, then reload this page.</p>", bare);
  const count =
    leads.length > newest.length ? `The newest ${newest.length} of ${leads.length}.` : `${leads.length} in all.`;
  return page(
    "Leads",
    `<p>${count} Newest first. Times are UTC.</p>${overview(newest)}${newest.map(one).join("")}`,
    bare,
  );
}

const name = ({ stored }: ShownLead) => [stored["firstName"], stored["lastName"]].filter(Boolean).map(String).join(" ");
const time = ({ at }: ShownLead) => at.slice(0, 19).replace("T", " ");

function overview(leads: readonly ShownLead[]): string {
  const row = (lead: ShownLead) => `<tr><th scope="row"><a href="#lead-${lead.leadId}">${lead.leadId}</a></th>
<td>${escape(name(lead))}</td><td>${time(lead)}</td><td>${state(lead)}</td></tr>`;
  return `<div class="wide"><table><thead><tr><th scope="col">Lead</th><th scope="col">Name</th><th scope="col">Arrived</th>
<th scope="col">What became of it</th></tr></thead><tbody>${leads.map(row).join("")}</tbody></table></div>`;
}

function state({ mergedInto, cut, ignored }: ShownLead): string {
  const marks = [
    mergedInto === undefined ? "" : `merged into <a href="#lead-${mergedInto}">${mergedInto}</a>`,
    cut.length === 0 ? "" : `<span class="mark">cut: ${cut.length}</span>`,
    ignored.length === 0 ? "" : `<span class="mark">lost: ${ignored.length}</span>`,
  ].filter(Boolean);
  return marks.length === 0 ? "kept whole" : marks.join(" · ");
}

function one(lead: ShownLead): string {
  const received = new Map(leaves(lead.received));
  const stored = new Map(leaves(lead.stored));
  const paths = [...new Set([...received.keys(), ...stored.keys()])];
  const row = (path: string) => {
    const mark = markOf(path, lead, received, stored);
    return `<tr${mark === "" ? "" : ' class="cut"'}><th scope="row">${escape(path)}</th><td>${text(received.get(path))}</td>
<td>${text(stored.get(path))}</td><td class="mark">${mark}</td></tr>`;
  };
  const notes = lead.notes.map(({ content }) => `<li>${escape(content)}</li>`).join("");
  return `<section><h2 id="lead-${lead.leadId}">${escape(name(lead)) || "No name"} <span class="id">${lead.leadId}</span></h2>
<p>${time(lead)} · ${state(lead)}</p>
<div class="wide"><table><thead><tr><th scope="col">Field</th><th scope="col">Received</th><th scope="col">Stored</th>
<th scope="col">Note</th></tr></thead><tbody>${paths.map(row).join("")}</tbody></table></div>
${notes === "" ? "" : `<h3>Notes</h3><ul>${notes}</ul>`}</section>`;
}

type Leaves = ReadonlyMap<string, Json>;

function markOf(path: string, { cut, ignored }: ShownLead, received: Leaves, stored: Leaves): string {
  const isIn = (paths: readonly string[]) => paths.some((one) => path === one || path.startsWith(`${one}.`));
  if (isIn(cut)) return "cut";
  if (isIn(ignored) || !stored.has(path)) return "lost";
  if (!received.has(path)) return "added later";
  return received.get(path) === stored.get(path) || leafText(received.get(path)) === leafText(stored.get(path))
    ? ""
    : "changed";
}

const leafText = (leaf: Json | undefined) =>
  leaf === undefined ? "" : typeof leaf === "string" ? leaf : stringifyReadable(leaf);
const text = (leaf: Json | undefined) => escape(leafText(leaf));
