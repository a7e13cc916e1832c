import { stringifyExact } from "./exactJson.ts";
import type { Way } from "./faults.ts";
import { isRefusal, type Refusal, type Reply } from "./reply.ts";
import type { Settings } from "./switches.ts";

/** A response, and how it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly way: Way;
}

export function toAnswer(reply: Reply, { errorShape }: Settings): Answer {
  const headers = { "content-type": "application/json;charset=UTF-8" };
  if (!isRefusal(reply))
    return {
      status: reply.status,
      headers: { ...headers, ...reply.headers },
      body: stringifyExact(reply.json),
      way: "whole",
    };
  return { status: reply.status, headers, body: refusalBody(reply, errorShape), way: "whole" };
}

/** The error bodies that a client must handle (LOFTY.md 2.1). */
function refusalBody(refusal: Refusal, shape: Settings["errorShape"]): string {
  const { code, message, layer } = refusal;
  const as = shape === "as-observed" ? layer : shape;
  if (as === "empty") return "";
  if (as === "string") return JSON.stringify(message);
  if (as === "service" && code !== undefined)
    return JSON.stringify({ message: `BaseApplicationException:errorCode=${code},errorMsg=${message}` });
  const shown = as === "symbolic" ? (symbols[String(code)] ?? code) : code;
  return JSON.stringify(shown === undefined ? { message } : { code: shown, message });
}

const symbols: Readonly<Record<string, string>> = {
  "20003": "USER_NOT_EXIST",
  "20006": "LEAD_NOT_EXIST",
  "20007": "RESOURCE_NOT_EXIST",
  "20012": "INVALID_PARAMETER",
  "20042": "LIMIT_NOT_VALID",
  "20043": "PARAMETER_TOO_LONG",
  "200057": "PROPERTY_ADDRESS_EMPTY",
  "200100": "VENDOR_HAS_NO_PERMISSION",
};
