import { count, oneOf } from "./switch.ts";

const overLong = ["refuse", "cut", "store"] as const;
const overLongFate = "400/20043 (as the call log does), a silent cut, or stored whole.";

/** Switches for how a request is authorized, parsed and validated. */
export const requestSwitches = {
  auth: oneOf(
    ["check", "no-scope", "refuse", "user-gone"],
    "documented",
    "1",
    "Valid credentials are accepted; answered 403/200100; 401; 400/200058.",
  ),
  contentTypeCheck: oneOf(
    ["on", "off"],
    "observed",
    "1",
    "Content-Type other than application/json: 415 on GET, else 400/20001.",
  ),
  ratePerMinute: count(
    6000,
    { from: 1, to: 1_000_000 },
    "stand-in",
    "2.3",
    "Requests in a 60 s window, then 429. Lofty documents 500 and 100; some keys got 10.",
  ),
  ratePerSecond: count(
    0,
    { to: 10_000 },
    "assumed",
    "2.3",
    "A second, shorter window that parallel calls trip. 0: none.",
  ),
  limitReset: oneOf(
    ["epoch-s", "epoch-ms", "delta-s", "delta-ms"],
    "documented",
    "2.3",
    "Unit of X-RateLimit-Reset. The page says epoch seconds, its sample cannot be.",
  ),
  limitHeaders: oneOf(["always", "never"], "documented", "2.3", "Whether X-RateLimit-* are sent."),
  limitStatus: oneOf(
    ["429", "400"],
    "documented",
    "2.3",
    "The status of a limited request; one operation's 400 text lists rate-limiting too.",
  ),
  leadFilters: oneOf(
    ["honored", "ignored"],
    "documented",
    "9",
    "What GET /v1.0/leads makes of its parameters. Ignored: one client saw only scrollId and pageSize work.",
  ),
  leadsPerPage: count(100, { from: 1, to: 100 }, "documented", "9", "Leads on a page at most. One client saw 25."),
  errorShape: oneOf(
    ["as-observed", "gateway", "service", "symbolic", "string", "empty"],
    "observed",
    "2.1",
    "The body of a refusal.",
  ),
  required: oneOf(
    ["missing-or-blank", "missing"],
    "assumed",
    "7",
    "What of firstName answers 400/20012. Missing is documented, blank is assumed to be the same.",
  ),
  unknownProperties: oneOf(
    ["ignore", "refuse"],
    "observed",
    "3.1",
    "A property nobody knows is lost with a 200, or answered 400.",
  ),
  wrongTypes: oneOf(
    ["refuse", "drop"],
    "assumed",
    "7",
    "A value of the wrong JSON type: 400 (body never observed), or lost with a 200. Ids as strings were seen refused.",
  ),
  unlistedValues: oneOf(
    ["refuse", "store"],
    "assumed",
    "3.1",
    "A value outside a documented list, such as a home type: 400, or stored. The lists are documented, the answer is not.",
  ),
  emptyProperty: oneOf(
    ["refuse", "store"],
    "documented",
    "3.1",
    "A property without street, city, state and ZIP: 400/200057 and no lead, or stored.",
  ),
  truncationUnit: oneOf(
    ["utf16", "codepoint", "utf8"],
    "assumed",
    "4",
    "What the limits count. Nobody has observed it.",
  ),
  longPhone: oneOf(overLong, "assumed", "4", `A phone over 20: ${overLongFate}`),
  longStage: oneOf(overLong, "assumed", "4", `A stage over 19: ${overLongFate}`),
  longSource: oneOf(overLong, "assumed", "4", `A source over 100: ${overLongFate}`),
  familyOver4: oneOf(
    ["refuse", "keep-4", "store"],
    "assumed",
    "7",
    "More than four family members: 400/20012, the first four, or all.",
  ),
  unknownStage: oneOf(
    ["store", "drop", "refuse"],
    "assumed",
    "8",
    "A stage outside the pipeline on create and update.",
  ),
  unknownAttribute: oneOf(["store", "drop"], "assumed", "3.4", "A custom attribute whose name is not defined."),
};
