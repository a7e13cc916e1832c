import { textHash } from "../platform/textHash.ts";

/** More requests than can wait at once for their next try. The oldest are forgotten. */
const mostKept = 1_000;

/** The operation of a request: its method and its path without numbers, query and body. */
const operationOf = (request: string) => request.replace(/^(\S+) ([^ ?]*)[^]*$/, "$1 $2").replace(/\d+$/, "");

/**
 * Tells a lead's own problem from the CRM's. A request that fails again, although another one of its operation was
 * answered since its last failure, fails for a reason of its own.
 */
export function failedRequests() {
  const failed = new Map<string, { readonly operation: string; isOwn: boolean; wasOwn: boolean }>();
  return {
    /**
     * Notes a failure. `isOwn`: another request was answered since the last one. `wasOwn`: that was so once, and this
     * request never succeeded.
     */
    add: (request: string): { readonly isOwn: boolean; readonly wasOwn: boolean } => {
      const key = textHash(request);
      const { isOwn, wasOwn } = failed.get(key) ?? { isOwn: false, wasOwn: false };
      failed.delete(key);
      failed.set(key, { operation: operationOf(request), isOwn: false, wasOwn });
      if (failed.size > mostKept) failed.delete([...failed.keys()][0] ?? "");
      return { isOwn, wasOwn };
    },
    /** Notes that a request was answered. */
    answered: (request: string): void => {
      if (failed.size === 0) return;
      failed.delete(textHash(request));
      const operation = operationOf(request);
      for (const one of failed.values()) if (one.operation === operation) one.isOwn = one.wasOwn = true;
    },
  };
}
