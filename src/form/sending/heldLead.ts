import type { SealingKey } from "#lead/submission/sealed.ts";
import { isUnsent, type Entry } from "./queue/entry.ts";
import { post, type Outgoing } from "./queue/outgoing.ts";
import { change, entryOfThisPage, onQueue, queued, remove, settle } from "./queue/queue.ts";
import { wake } from "./queue/sender.ts";
import { enqueueSealed } from "./sealBody.ts";

/**
 * The submission of a kiosk's visitor between Sign in and Done. It is in the queue with a time before which it is not
 * sent. The next person at this browser must find no trace of it, so only its sealed form is on disk.
 */

/** A visitor does not wait longer for the disk. The submission is in memory then. */
const storeMs = 3_000;

/**
 * Queues a submission, not to be sent before `notBefore` (ms since 1970). Resolves when it is on disk, or when the
 * browser cannot store it.
 */
export async function holdUntil(
  { id, body }: Outgoing,
  notBefore: number,
  sealTo: SealingKey | undefined,
): Promise<void> {
  const stored = enqueueSealed({ id, station: body.station, savedAt: Date.now(), body, notBefore }, body, sealTo);
  const late = new Promise((resolve) => setTimeout(resolve, storeMs));
  await Promise.race([stored, late]);
  void wake();
}

/** Moves the time before which a held submission is not sent. */
export const holdLonger = (id: string, notBefore: number): Promise<unknown> =>
  change(id, (now) => (now.hasBegun ? now : { ...now, notBefore }));

/** Replaces the body of a submission that goes on being held. Once an attempt has begun, the body no longer changes. */
export const replaceHeld = (outgoing: Outgoing, sealTo: SealingKey | undefined): void =>
  replaceBody(outgoing, sealTo, (now) => now);

/** Replaces the body in the same way, and sends it. */
export function sendHeld(outgoing: Outgoing, sealTo: SealingKey | undefined): void {
  replaceBody(outgoing, sealTo, ({ notBefore: _notBefore, ...free }) => free);
  void wake();
}

function replaceBody({ id, body }: Outgoing, sealTo: SealingKey | undefined, next: (now: Entry) => Entry): void {
  const now = entryOfThisPage(id);
  if (now && !now.hasBegun) void enqueueSealed({ ...next(now), body }, body, sealTo);
}

/** Sends what this page has added, because it is being closed and may not be opened again. */
export function sendBeforeLeaving(): void {
  for (const entry of queued()) {
    const { id, body } = entry;
    if (body && entry.isOfThisPage && isUnsent(entry) && !entry.problem)
      void post({ id, body }, true).then(
        (receipt) => settle(id, receipt, body),
        () => undefined,
      );
  }
}

/**
 * Removes sealed submissions that the proxy already has with other answers: a page that was closed has sent the
 * visitor's last answers (sendBeforeLeaving), and the disk still had earlier ones. Returns an unsubscribe function.
 */
export function settleEarlier(): () => void {
  const settled = new Set<string>();
  const look = () => {
    for (const { id, body, problem } of queued()) {
      const isEarlier = body && "sealed" in body && problem?.type === "/problems/key-reused";
      if (!isEarlier || settled.has(id)) continue;
      settled.add(id);
      void remove(id);
    }
  };
  look();
  return onQueue(look);
}
