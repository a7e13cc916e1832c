/** What a fault does to a response (LOFTY.md 7 "faults"). Faults named `commitThen…` store the lead first. */
export interface Fault {
  /** Whether the request is processed: never, before the response is damaged, or after it (`processAfterMs`). */
  readonly processed: "no" | "before" | "after";
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Returns the body that replaces the right one. */
  readonly body?: (rightBody: string) => string;
  readonly way?: Way;
}

/** How an answer is sent. All but `whole` are done by the socket (writeAnswer.ts) or by asResponse.ts. */
export type Way = "whole" | "drop" | "half-headers" | "half-body" | "byte-a-second" | "hang";

const json = { "content-type": "application/json" };
const html = { "content-type": "text/html" };
const text = (body: string) => () => body;
const internal = text('{"message":"BaseApplicationException:errorCode=20005,errorMsg=Internal error"}');
const badGateway = text(
  "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
);
const tooMany = text('{"message":"Too Many Requests"}');
// A response with status 200 can be a refusal (LOFTY.md 2.1).
const refusal = text('{"status":{"code":300011,"msg":"This email address already exists as a lead"}}');
const hugeBytes = 16 * 1024 * 1024;

export const faults = {
  none: { processed: "before" },
  status400: {
    processed: "no",
    status: 400,
    headers: json,
    body: text('{"code":20012,"message":"Invalid parameter"}'),
  },
  status429: { processed: "no", status: 429, headers: json, body: tooMany },
  status500: { processed: "no", status: 500, headers: json, body: internal },
  html502: { processed: "no", status: 502, headers: html, body: badGateway },
  status503: { processed: "no", status: 503, headers: {}, body: text("") },
  commitThen500: { processed: "before", status: 500, headers: json, body: internal },
  commitThen502: { processed: "before", status: 502, headers: html, body: badGateway },
  commitThen504: { processed: "before", status: 504, headers: {}, body: text("") },
  dropBefore: { processed: "no", way: "drop" },
  commitThenDrop: { processed: "before", way: "drop" },
  dropThenCommit: { processed: "after", way: "drop" },
  silence: { processed: "before", way: "hang" },
  silenceBefore: { processed: "no", way: "hang" },
  okWithoutId: { processed: "before", body: text("{}") },
  emptyBody: { processed: "before", body: text("") },
  refusal200: { processed: "no", status: 200, headers: json, body: refusal },
  redirect302: { processed: "no", status: 302, headers: { location: "/page/login.html" }, body: text("") },
  halfJson: { processed: "before", body: (right) => right.slice(0, Math.ceil(right.length / 2)) },
  halfBody: { processed: "before", way: "half-body" },
  halfHeaders: { processed: "before", way: "half-headers" },
  slowBytes: { processed: "before", way: "byte-a-second" },
  hugeBody: { processed: "before", body: (right) => `${right.slice(0, -1)},"padding":"${"x".repeat(hugeBytes)}"}` },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as [FaultName, ...FaultName[]];
