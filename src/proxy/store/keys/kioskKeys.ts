import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from "jose";
import { existsSync } from "node:fs";
import { sealing, type SealingKey } from "#lead/submission/sealed.ts";
import type { Driver, Row, Statement } from "../driver/driver.ts";
import { hasTable, withDatabase } from "./withDatabase.ts";

/** A private key of P-256, as a JWK. */
export interface PrivateKey extends Omit<SealingKey, "kid"> {
  readonly d: string;
}

/** The key pairs to which kiosks seal the leads that wait on them. */
export interface KioskKeys {
  /** Returns the public key to hand out now. */
  readonly current: () => SealingKey;
  /** Returns a private key by its id, also one that another proxy made or a restore added. Undefined if there is none. */
  readonly find: (kid: string) => Promise<CryptoKey | undefined>;
}

/** A key is replaced after this time. It limits how many leads a stolen backup opens. */
const usedMs = 90 * 24 * 60 * 60_000;
/** Delay between two tries to replace an old key. */
const againMs = 60_000;

/**
 * The keys in the database, which all proxies on it share, and those of the environment. With a key in the environment
 * none is made here. Keys that were replaced are kept for as long as a lead may wait on a device (housekeeping.ts).
 */
export async function kioskKeysIn(
  { query, batch }: Driver,
  now: () => number,
  given: readonly PrivateKey[] = [],
): Promise<KioskKeys> {
  const own = await Promise.all(given.map(async (key) => ({ key, kid: await calculateJwkThumbprint(key) })));
  const opened = new Map<string, Promise<CryptoKey>>();
  let shown = own[0] && publicPart(own[0].key, own[0].kid);
  let isDueAt = shown ? Infinity : 0;

  const newest = async (): Promise<Row | undefined> => {
    const sql = "SELECT kid, key, made_at FROM kiosk_keys WHERE replaced_at IS NULL ORDER BY made_at DESC, kid LIMIT 1";
    return (await query(sql))[0];
  };
  const isOld = (row: Row) => Number(row["made_at"]) + usedMs <= now();
  /** Two proxies may make a key at the same time. Both keys are kept, and the one that comes first above is current. */
  const refresh = async () => {
    let row = await newest();
    if (!row || isOld(row)) {
      const { kid, key } = await made();
      await query("INSERT INTO kiosk_keys (kid, key, made_at) VALUES ($1, $2, $3)", [kid, JSON.stringify(key), now()]);
      row = await newest();
    }
    const kid = String(row?.["kid"]);
    const madeAt = Number(row?.["made_at"]);
    // Only keys that come behind this one: another proxy may just have added one that comes before it.
    const retire: Statement = [
      `UPDATE kiosk_keys SET replaced_at = $3
       WHERE replaced_at IS NULL AND (made_at < $2 OR (made_at = $2 AND kid > $1))`,
      [kid, madeAt, now()],
    ];
    await batch([retire]);
    shown = publicPart(JSON.parse(String(row?.["key"])) as PrivateKey, kid);
    isDueAt = madeAt + usedMs;
  };
  if (!shown) await refresh();

  const stored = async (kid: string): Promise<PrivateKey | undefined> => {
    const [row] = await query("SELECT key FROM kiosk_keys WHERE kid = $1", [kid]);
    return row && (JSON.parse(String(row["key"])) as PrivateKey);
  };
  const load = async (kid: string): Promise<CryptoKey | undefined> => {
    const key = own.find((one) => one.kid === kid)?.key ?? (await stored(kid));
    if (key === undefined) return undefined;
    const imported = importJWK({ ...key }, sealing.alg) as Promise<CryptoKey>;
    opened.set(kid, imported);
    return imported;
  };
  return {
    current: () => {
      if (now() >= isDueAt) {
        isDueAt = now() + againMs;
        // The old key still works, so a failure can wait for the next try.
        void refresh().catch(() => {});
      }
      return shown as SealingKey;
    },
    find: (kid) => opened.get(kid) ?? load(kid),
  };
}

async function made(): Promise<{ readonly kid: string; readonly key: PrivateKey }> {
  const { privateKey } = await generateKeyPair(sealing.alg, { crv: "P-256", extractable: true });
  const { kty, crv, x, y, d } = (await exportJWK(privateKey)) as unknown as PrivateKey;
  const key = { kty, crv, x, y, d };
  return { key, kid: await calculateJwkThumbprint(key) };
}

/**
 * Adds the keys of another SQLite file: a backup may be older than a key to which kiosks have sealed leads since. A file
 * that is missing or damaged has none.
 */
export async function addKioskKeys(from: string, { batch }: Pick<Driver, "batch">): Promise<void> {
  await batch(
    keyRowsIn(from).map(({ kid, key, made_at, replaced_at }) => [
      `INSERT INTO kiosk_keys (kid, key, made_at, replaced_at) VALUES ($1, $2, $3, $4) ON CONFLICT (kid) DO NOTHING`,
      [kid ?? "", key ?? "", made_at ?? 0, replaced_at ?? null],
    ]),
  );
}

function keyRowsIn(file: string): readonly Row[] {
  if (!existsSync(file)) return [];
  try {
    return withDatabase(
      file,
      (database) => (hasTable(database, "kiosk_keys") ? database.prepare("SELECT * FROM kiosk_keys").all() : []),
      { readOnly: true },
    ) as Row[];
  } catch {
    return [];
  }
}

const publicPart = ({ kty, crv, x, y }: PrivateKey, kid: string): SealingKey => ({ kty, crv, x, y, kid });
