import type { After, Clock, Log } from "../platform/clock.ts";
import { firstLook } from "./machine.ts";
import type { Driver, Seat } from "../store/driver/driver.ts";
import { laterNotesIn, type LaterNotes } from "../store/laterNotes.ts";
import { outboxIn, type Outbox } from "../store/outbox.ts";

interface Settings {
  readonly driver: Driver;
  readonly after: After;
  readonly log: Log;
  readonly clock: Clock;
  readonly outbox: Outbox;
  /** Call it when there is something to send, or when this proxy takes the seat. */
  readonly wake: () => void;
  /** Loads what another proxy has written. */
  readonly refresh: () => Promise<void>;
}

const lookMs = 1_000;
/**
 * A relay writes a heartbeat every minute (relay.ts). After three minutes without one it hangs, or its host is down.
 */
const silentMs = 3 * 60_000;
const pollMs = 200;

/**
 * Of several proxies on one database, only the one in the seat relays. `outbox` is the store as the relay sees it:
 * without the seat there is nothing to do, and entries are marked through the seat. A relay that lost its seat cannot
 * mark, so it does not send. It may still record the result of what it is sending.
 */
export function relaySeat({ driver, outbox, clock, after, log, wake, refresh }: Settings) {
  let held: { readonly seat: Seat; readonly outbox: Outbox; readonly notes: LaterNotes } | undefined;
  const notes = laterNotesIn(driver);
  let left = false;
  let cancel = () => {};
  const sending = new Set<string>();
  /**
   * The last heartbeat of the relay, and when it was new here. We use our own clock because the other host's may be
   * wrong.
   */
  let heard = { beat: undefined as number | undefined, at: clock.now() };

  const sit = async (seat: Seat) => {
    const atSeat = outboxIn({ ...driver, ...seat });
    const interrupted = await atSeat.markInterrupted(clock.now(), firstLook(clock));
    if (interrupted > 0) log("interrupted", { entries: interrupted });
    // A restore of the database drops our connections, and with them the seat.
    const reconciled = await atSeat.beat(clock.now(), firstLook(clock));
    if (reconciled > 0) log("reconciling", { entries: reconciled });
    if (driver.shared) log("relaying", {});
    held = { seat, outbox: atSeat, notes: laterNotesIn({ ...driver, ...seat }) };
    void seat.lost.then(() => {
      heard = { ...heard, at: clock.now() };
      held = undefined;
    });
  };
  const look = async () => {
    // While a request is in flight, we do not know yet whether it was interrupted.
    const seat = held || sending.size > 0 ? undefined : await driver.takeSeat();
    if (seat)
      await sit(seat).catch(async (error: unknown) => {
        await seat.leave();
        throw error;
      });
    // Another proxy may have accepted a lead or saved a station.
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
    /** True when some proxy relays, as far as this one knows. */
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
    notes: {
      ...notes,
      due: async (...asked) => (held ? notes.due(...asked) : []),
      nextDue: async () => (held ? notes.nextDue() : undefined),
    } satisfies LaterNotes as LaterNotes,
    markNote: async (...asked: Parameters<LaterNotes["write"]>) => (await held?.notes.write(...asked)) ?? false,
    /** Resolves when an entry is no longer on its way. Polls the store while another proxy relays. */
    settled: async (id: string, withinMs: number) => {
      for (let waitedMs = 0; waitedMs < withinMs && !held; waitedMs += pollMs) {
        const entry = await outbox.find(id);
        if (entry && entry.status !== "accepted" && entry.status !== "sending") return;
        await new Promise<void>((resolve) => after(pollMs, resolve));
      }
    },
  };
}
