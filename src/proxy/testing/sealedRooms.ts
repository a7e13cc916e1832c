import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import type { SealingKey } from "#lead/submission/sealed.ts";
import type { Row } from "../store/driver/driver.ts";
import { unreachable } from "./appOver.ts";
import type { Store } from "./onEveryStore.ts";
import { sealFor } from "./sealFor.ts";
import { at, consent, visitorsRooms } from "./visitorsRooms.ts";

/** What a visitor seals. */
export const content = { lead: { firstName: "Sel", emails: ["sel@example.com"] }, consent };

/** The real proxy on a store, with a kiosk whose leads arrive sealed. */
export function sealedRooms(store: Store) {
  const world = visitorsRooms(store, unreachable);
  let sealTo: SealingKey;
  let envelope: { station: string; stationVersion: string; capturedAt: string };
  beforeAll(async () => {
    const view = await world.viewOf("kiosk", world.staff);
    sealTo = view["sealTo"] as SealingKey;
    envelope = { station: "kiosk", stationVersion: view.version, capturedAt: at };
  });
  const post = (body: object, id: string = randomUUID(), cookie = world.staff) => world.post(body, cookie, id);
  const send = (method: string, path: string, body?: object) =>
    world.rooms.send(method, path, body, { cookie: world.staff });
  return {
    world,
    post,
    /** Sends a request as staff. */
    send,
    /** The kiosk's public key. Available when the first test begins, as `envelope`. */
    get sealTo() {
      return sealTo;
    },
    get envelope() {
      return envelope;
    },
    seal: (inner: unknown) => sealFor(sealTo, inner),
    postSealed: async (inner: unknown, id?: string) => post({ ...envelope, sealed: await sealFor(sealTo, inner) }, id),
    async storedAs(id: string): Promise<Row | undefined> {
      const columns = "id, status, reason, lead, consent, issues, fingerprint";
      const [row] = await store.driver().query(`SELECT ${columns} FROM submissions WHERE id = $1`, [id]);
      // The relay gives a reason to a lead that waits, too.
      return row && { ...row, reason: row["status"] === "parked" ? (row["reason"] ?? null) : null };
    },
    outboxEntry: async (id: string) =>
      (await (await send("GET", `/api/outbox/${id}`)).json()) as Record<string, unknown>,
  };
}
