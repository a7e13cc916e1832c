import type { Answer } from "./answer.ts";
import { parseExact, stringifyReadable, type Json } from "./exactJson.ts";
import { leadsPage } from "./leadsPage.ts";
import { press, presses } from "./presses.ts";
import { setSwitches } from "./setSwitches.ts";
import { shownLeads } from "./shownLeads.ts";
import { emptyStore } from "./store.ts";
import { switches } from "./switches.ts";
import { switchesPage } from "./switchesPage.ts";
import type { World } from "./world.ts";

/** The sandbox's own routes, for tests and developers. Must not be reachable over a network: they show every lead. */
export async function control(world: World, request: Request, url: URL): Promise<Answer> {
  const run = routes[`${request.method} ${url.pathname}`];
  if (run === undefined) return json(404, { message: `There are: ${Object.keys(routes).join(", ")}` });
  return run(world, request);
}

type Run = (world: World, request: Request) => Answer | Promise<Answer>;

const routes: Readonly<Record<string, Run>> = {
  "GET /": () => ({ status: 302, headers: { location: "/sandbox/leads" }, body: "", way: "whole" }),
  "GET /sandbox": () => ({ status: 302, headers: { location: "/sandbox/leads" }, body: "", way: "whole" }),
  "GET /sandbox/leads": (world, request) =>
    /json/.test(request.headers.get("accept") ?? "")
      ? json(200, { leads: shownLeads(world) })
      : leadsPage(shownLeads(world), new URL(request.url).searchParams.has("bare")),
  "DELETE /sandbox/leads": ({ store }) => {
    for (const map of [store.leads, store.byEmail, store.notes]) map.clear();
    store.attributes.splice(0, Infinity, ...emptyStore().attributes);
    return nothing;
  },
  "GET /sandbox/requests": ({ ledger }) => json(200, ledger),
  "DELETE /sandbox/requests": ({ ledger }) => {
    ledger.requests.length = 0;
    return nothing;
  },
  "GET /sandbox/faults": ({ settings }, request) =>
    /html/.test(request.headers.get("accept") ?? "")
      ? switchesPage(settings)
      : json(200, { switches: settings, table: switches }),
  "POST /sandbox/faults": async (world, request) => {
    const problem = setSwitches(world, parse(await request.text()));
    return problem === undefined ? json(200, { switches: world.settings }) : json(400, { message: problem });
  },
  /** A button of the switches' page. */
  "POST /sandbox/press": async (world, request) => {
    const isKnown = press(world, new URLSearchParams(await request.text()).get("press") ?? "");
    if (!isKnown) return json(400, { message: `press: ${Object.keys(presses).join(", ")}` });
    return { status: 303, headers: { location: "/sandbox/faults" }, body: "", way: "whole" };
  },
  /** Revokes all access tokens. */
  "DELETE /sandbox/tokens": ({ tokens }) => {
    tokens.access.clear();
    return nothing;
  },
};

const nothing: Answer = { status: 204, headers: {}, body: "", way: "whole" };

const json = (status: number, value: unknown): Answer => ({
  status,
  body: stringifyReadable(value),
  way: "whole",
  headers: { "content-type": "application/json", "cache-control": "no-store" },
});

function parse(text: string): Json {
  try {
    return parseExact(text);
  } catch {
    return null;
  }
}
