import { DatabaseSync, StatementSync } from "node:sqlite";
import { join } from "node:path";
import { openDatabase } from "../store/database/database.ts";
import { migrate } from "../store/migrations/migrate.ts";
import { outboxIn } from "../store/outbox.ts";
import { retentionIn } from "../store/retention.ts";

/**
 * A fast simulation of an office: every two days it accepts leads and forgets those of a month ago, so that keys are
 * created and deleted often. It is killed with SIGKILL before the DIE_AFTER-th SQLite call after the DIE_NTH call whose
 * SQL contains DIE_AT. It prints the acknowledged leads. Time continues where the previous process ended.
 */
const { DATA_DIR = "", DIE_AT, DIE_NTH = "1", DIE_AFTER = "0" } = process.env;
const dayMs = 24 * 60 * 60_000;
let left = Number(DIE_NTH);
let callsLeft: number | undefined;

function beforeCall(sql: string): void {
  if (callsLeft === undefined && DIE_AT !== undefined && sql.includes(DIE_AT) && --left === 0)
    callsLeft = Number(DIE_AFTER) + 1;
  if (callsLeft === undefined || --callsLeft > 0) return;
  process.kill(process.pid, "SIGKILL");
  for (;;);
}
const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  beforeCall(sql);
  return exec.call(this, sql);
};
for (const name of ["all", "run"] as const) {
  const call = StatementSync.prototype[name] as (...values: never[]) => never;
  StatementSync.prototype[name] = function (this: StatementSync, ...values: never[]) {
    beforeCall(this.sourceSQL);
    return call.apply(this, values);
  };
}

const driver = openDatabase(join(DATA_DIR, "foyer.sqlite"));
await migrate(driver);
const [outbox, retention] = [outboxIn(driver), retentionIn(driver)];
const [last] = await driver.query("SELECT max(accepted_at) AS at FROM submissions");
console.log("listening on http://127.0.0.1:1");
for (let at = Number(last?.["at"] ?? Date.UTC(2026, 10, 23)) + 2 * dayMs; ; at += 2 * dayMs) {
  for (const status of ["parked", "confirmed", "confirmed"] as const) {
    const id = crypto.randomUUID();
    const lead = JSON.stringify({ firstName: id, emails: [`${id}@example.com`] });
    const arrival = { id, station: "kiosk", fingerprint: id, lead, consent: null, capturedAt: at, acceptedAt: at };
    const { entry } = await outbox.accept(arrival, [{ kind: "email", value: `${id}@example.com` }]);
    console.log(`accepted ${id}`);
    await outbox.change(id, entry, { status, dueAt: null, samePhoneAs: id }, at);
  }
  console.log(`forgets ${at - 30 * dayMs}`);
  await retention.forget(at - 30 * dayMs);
  // A person handles the oldest parked lead.
  const [oldest] = await outbox.page("needsYou", 1);
  const waiting = (await outbox.counts()).needsYou;
  if (oldest && waiting > 30) await outbox.change(oldest.id, oldest, { status: "confirmed", dueAt: null }, at);
}
