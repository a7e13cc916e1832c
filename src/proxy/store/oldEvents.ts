import { dayOf, type LeadEvent } from "#lead/station/event.ts";
import type { Driver } from "./driver/driver.ts";
import { done, parked, waiting } from "./statuses.ts";

/** A visitor's lead may be captured up to a day and a half after its event (lead/station/event.ts). */
const marginMs = 2 * 24 * 60 * 60_000;
const aDay = /^\d{4}-\d{2}-\d{2}$/;
const keyOf = (station: unknown, id: unknown) => JSON.stringify([station, id]);
const held = "SELECT DISTINCT station, event FROM submissions WHERE lead IS NOT NULL AND event IS NOT NULL";

/** Deletes events before `before` (ms) that no lead and no station uses. */
export async function deleteOldEvents({ query, batch }: Driver, before: number): Promise<void> {
  const day = dayOf(new Date(before - marginMs));
  // A station's date may be any text. Events without a valid date are kept.
  const old = (await query("SELECT station, id, day FROM events WHERE day < $1", [day])).filter((row) =>
    aDay.test(String(row["day"])),
  );
  if (old.length === 0) return;
  const rows = [
    // Three queries, because each set of statuses has its own index. Without the lead, SQLite would read submissions_day.
    ...(await query(`${held} AND ${waiting}`)),
    ...(await query(`${held} AND ${parked}`)),
    ...(await query(`${held} AND ${done}`)),
  ];
  const used = new Set(rows.map(({ station, event }) => keyOf(station, (JSON.parse(String(event)) as LeadEvent).id)));
  const today = (await query("SELECT station FROM stations")).map(({ station }) => String(station));
  const isUsed = ({ station, id }: (typeof old)[number]) =>
    used.has(keyOf(station, id)) || today.some((text) => text.includes(JSON.stringify(id)));
  const unused = old.filter((row) => !isUsed(row));
  await batch(
    unused.map(({ station = null, id = null }) => ["DELETE FROM events WHERE station = $1 AND id = $2", [station, id]]),
  );
}
