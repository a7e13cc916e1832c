import type { StationEvent } from "#lead/station/station.ts";
import type { Words } from "../../words/words.ts";

/** What the device and the proxy know. Undefined: not known, as without a network. */
export interface Facts {
  readonly isSandbox: boolean;
  /** `untried`: the proxy has not reached Lofty yet. */
  readonly credential: "taken" | "refused" | "untried" | undefined;
  /** Whether Lofty finds people by email with this key. */
  readonly recognizes: boolean | undefined;
  /** The next event of any station, today's or a later one. */
  readonly event: StationEvent | undefined;
  /** Whether the browser promised to keep this device's storage. Undefined: it cannot, as without TLS. */
  readonly isPersisted: boolean | undefined;
  /** Whether the app is on this device. */
  readonly isInstalled: boolean;
  /** When the app was last opened here without a network (ISO 8601). */
  readonly offlineAt: string | undefined;
  /** The number of leads that arrived. */
  readonly delivered: number | undefined;
}

type Says = keyof Words["ready"]["says"];
type RowName = "key" | "event" | "storage" | "offline" | "lead";

/** A check. `says`: the key of its sentence: what was found, or what is missing. */
export interface Row {
  readonly name: RowName;
  readonly isDone: boolean;
  readonly says: Says;
}

const row = (name: RowName, isDone: boolean, says: Says): Row => ({ name, isDone, says });

/** Returns the checks before an open house. Nothing counts as done unless it was really seen. */
export const readyRows = (facts: Facts) =>
  [
    keyRow(facts),
    facts.event ? row("event", true, "eventIs") : row("event", false, "eventMissing"),
    facts.isPersisted === true
      ? row("storage", true, "storageKept")
      : row("storage", false, facts.isPersisted === undefined ? "storageNone" : "storageAsk"),
    facts.offlineAt !== undefined
      ? row("offline", true, "offlineTried")
      : row("offline", false, facts.isInstalled ? "offlineTry" : "offlineLoading"),
    (facts.delivered ?? 0) > 0 ? row("lead", true, "leadArrived") : row("lead", false, "leadMissing"),
  ] as const;

function keyRow({ isSandbox, credential, recognizes }: Facts): Row {
  if (isSandbox) return row("key", false, "keySandbox");
  if (credential === "refused") return row("key", false, "keyRefused");
  if (credential !== "taken") return row("key", false, "keyUntried");
  if (recognizes === undefined) return row("key", false, "keyUnknown");
  return recognizes ? row("key", true, "keySees") : row("key", false, "keyBlind");
}

/** The next event of the stations, today or later. */
export const nextEvent = (
  events: readonly (StationEvent | null | undefined)[],
  today: string,
): StationEvent | undefined =>
  events
    .filter((event): event is StationEvent => Boolean(event && event.date >= today))
    .toSorted((one, other) => one.date.localeCompare(other.date))[0];
