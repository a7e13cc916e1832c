import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { insertAll, type WholeArrival } from "../store/arrivals.ts";
import { migrate } from "../store/migrations/migrate.ts";
import { openDatabase } from "../store/database/database.ts";
import { weekOf } from "../store/driver/personal.ts";

/**
 * Fills the SQLite database in DATA_DIR with FILL_LEADS sample leads of the last 31 to 38 days, like a busy office
 * after a month: 1,000 need a person, 2,000 wait, all others are in the CRM. The first day is the last of a week that
 * ended 30 days ago. Its leads are due to be forgotten, those after it too, and so is the key of that week.
 */
const { DATA_DIR = "data", FILL_LEADS = "1000000" } = process.env;
const leads = Number(FILL_LEADS);
const together = 64;
const dayMs = 24 * 60 * 60_000;
const housesADay = 40;
const weekMs = 7 * dayMs;
const fromMs = weekOf(Date.now() - 30 * dayMs) * weekMs - dayMs;
const spanMs = Date.now() - fromMs;
const [parked, waiting] = [1_000, 2_000].map((count) => Math.min(count, Math.floor(leads / 10))) as [number, number];

mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
const driver = openDatabase(join(DATA_DIR, "foyer.sqlite"));
await migrate(driver);
await driver.query("PRAGMA synchronous = OFF");
/** An event as an agent writes it. */
const eventAt = (house: number, date: string) =>
  JSON.stringify({
    id: `6f1c2b7e-3d54-4a0b-9c8e-0a51d2${String(house).padStart(6, "0")}`,
    address: `${house + 1} Sample Street, Apartment 4, Springfield, IL 62701`,
    ...{ date, hours: "1 to 4 pm", host: "Sample Agent One" },
  });
const arrivalAt = (index: number): WholeArrival => {
  const id = randomUUID();
  const at = fromMs + Math.floor((index / leads) * spanMs);
  const email = `${id}@example.com`;
  const lead = {
    firstName: "Sample",
    lastName: "Quetzalcoatlus",
    emails: [email],
    phones: ["6025550142"],
    content: "Asked about the roof and the school district. ".repeat(6),
  };
  const consent = { version: "1", text: "Text me.", language: "en", at: new Date(at).toISOString(), by: "self" };
  return {
    ...{ id, station: "front-desk", fingerprint: id.repeat(2).slice(0, 64), lead: JSON.stringify(lead) },
    ...{ consent: JSON.stringify({ ...consent, channels: { text: true } }), capturedAt: at, acceptedAt: at },
    event: eventAt(index % housesADay, new Date(at).toISOString().slice(0, 10)),
    ...(index >= leads - parked ? { parked: "crm-20012" } : {}),
    optOuts: [],
    reach: [
      { kind: "email", value: email },
      { kind: "phone", value: `+1602555${String(index % 10_000).padStart(4, "0")}` },
    ],
  };
};
const delivered = `UPDATE submissions SET status = 'confirmed', lead_id = '1738234566814937083', attempts = 1,
  changed_at = accepted_at + 60000, due_at = NULL WHERE status = 'accepted' AND accepted_at < $1`;
for (let done = 0; done < leads; done += together) {
  const arrivals = Array.from({ length: Math.min(together, leads - done) }, (_, index) => arrivalAt(done + index));
  await driver.batch(insertAll(arrivals, driver.personal));
  const isLast = done + together >= leads;
  const until = isLast ? arrivalAt(leads - parked - waiting).acceptedAt : (arrivals[0]?.acceptedAt ?? 0);
  if (isLast || done % (together * 100) === 0) await driver.query(delivered, [until]);
}
await driver.close();
