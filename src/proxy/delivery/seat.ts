import type { Clock } from "./clock.ts";
import { firstLook } from "./machine.ts";
import type { Outside } from "../outside.ts";
import type { Seat } from "../store/driver.ts";
import { outboxIn, type Outbox } from "../store/outbox.ts";

interface Settings extends Pick<Outside, "driver" | "after" | "log"> {
  readonly clock: Clock;
  readonly outbox: Outbox;
  /** There is something to send, or the right to. */
  readonly wake: () => void;
  /** Takes over what another proxy has written. */
  readonly refresh: () => Promise<void>;
}

const lookMs = 1_000;
/** A relay says that it is alive every minute (relay.ts): one that was silent for three hangs, or its host is gone. */
const silentMs = 3 * 60_000;
const pollMs = 200;

/**
 * Of several proxies on one database one relays: the one in the seat. `outbox` is the store as its relay sees it: there
 * is nothing to do without the seat, and what is to be sent is marked through it. A relay that lost its seat cannot
 * mark, and so it does not send; what it is sending it may still record.
 */
export function relaySeat({ driver, outbox, clock, after, log, wake, refresh }: Settings) {
  let held: { readonly seat: Seat; readonly outbox: Outbox } | undefined;
  let left = false;
  let cancel = () => {};
  const sending = new Set<string>();
  /** The last beat of whoever relays, and when it was new here: the other host's clock may be wrong. */
  let heard = { beat: undefined as number | undefined, at: clock.now() };

  const sit = async (seat: Seat) => {
    const atSeat = outboxIn({ ...driver, ...seat });
    const interrupted = await atSeat.markInterrupted(clock.now(), firstLook(clock));
    if (interrupted > 0) log("interrupted", { entries: interrupted });
    // A database that was restored under us has dropped our connections, and the seat with them.
    const reconciled = await atSeat.beat(clock.now(), firstLook(clock));
    if (reconciled > 0) log("reconciling", { entries: reconciled });
    if (driver.shared) log("relaying", {});
    held = { seat, outbox: atSeat };
    void seat.lost.then(() => {
      heard = { ...heard, at: clock.now() };
      held = undefined;
    });
  };
  const look = async () => {
    // While something is on its way nobody knows yet whether it was interrupted.
    const seat = held || sending.size > 0 ? undefined : await driver.takeSeat();
    if (seat)
      await sit(seat).catch(async (error: unknown) => {
        await seat.leave();
        throw error;
      });
    // Another proxy may have accepted something, or saved a station.
    if (held) wake();
    else await listen();
    if (driver.shared) await refresh();
  };
  const isSilent = () => clock.now() > heard.at + silentMs / clock.speed;
  const listen = async () => {
    const beat = await outbox.beatenAt();
    if (beat !== heard.beat) heard = { beat, at: clock.now() };
    if (!isSilent()) return;
    log("relay-silent", {});
    await driver.unseat();
  };
  const keepLooking = async (): Promise<void> => {
    await look().catch((error: unknown) => log("seat-failed", { error: String(error) }));
    if (!left && (driver.shared || !held)) cancel = after(lookMs, () => void keepLooking());
  };
  return {
    held: () => held !== undefined,
    /** Somebody relays, as far as is known here. */
    isTaken: () => held !== undefined || (driver.shared && !isSilent()),
    take: keepLooking,
    leave: async () => {
      left = true;
      cancel();
      await held?.seat.leave();
    },
    outbox: {
      ...outbox,
      toSend: async (...asked) => (held ? outbox.toSend(...asked) : { walkIns: [], stations: [] }),
      due: async (...asked) => (held ? outbox.due(...asked) : []),
      beat: async (...asked) => held?.outbox.beat(...asked) ?? 0,
      endWaits: async (...asked) => held?.outbox.endWaits(...asked) ?? 0,
      nextDue: async () => (held ? outbox.nextDue() : undefined),
      change: async (id, from, change, at) => {
        if (change.status === "sending") {
          if (!(await held?.outbox.change(id, from, change, at))) return false;
          sending.add(id);
          return true;
        }
        const isChanged = await outbox.change(id, from, change, at);
        sending.delete(id);
        return isChanged;
      },
    } satisfies Outbox as Outbox,
    /** Whether an entry is no longer on its way, as far as the store tells while another proxy relays. */
    settled: async (id: string, withinMs: number) => {
      for (let waitedMs = 0; waitedMs < withinMs && !held; waitedMs += pollMs) {
        const entry = await outbox.find(id);
        if (entry && entry.status !== "accepted" && entry.status !== "sending") return;
        await new Promise<void>((resolve) => after(pollMs, resolve));
      }
    },
  };
}
