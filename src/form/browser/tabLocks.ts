const prefix = "foyer:";
/** A page without TLS has none. */
const locks: LockManager | undefined = navigator.locks as LockManager | undefined;
const releases = new Map<string, () => void>();

/** Tells other tabs which keys this one has in hand, until it names others or is closed. */
export function holdOnly(keys: readonly string[]): void {
  if (!locks) return;
  for (const [key, release] of releases)
    if (!keys.includes(key)) {
      release();
      releases.delete(key);
    }
  for (const key of keys) {
    if (releases.has(key)) continue;
    const until = new Promise<void>((release) => releases.set(key, release));
    locks.request(prefix + key, () => until).catch(() => undefined);
  }
}

/** The keys that a tab has in hand; none where there are no locks. */
export async function keysHeld(): Promise<ReadonlySet<string>> {
  if (!locks) return new Set();
  const { held = [], pending = [] } = await locks.query();
  return new Set([...held, ...pending].flatMap(({ name }) => name?.slice(prefix.length) ?? []));
}
