const prefix = "foyer:";
/** Undefined on a page without TLS, and in the proxy. */
const locks = typeof navigator === "undefined" ? undefined : (navigator.locks as LockManager | undefined);
/** A browser that blocks third-party cookies denies locks to a frame. Then the frame counts as the only tab. */
const isDenied = (error: unknown) => error instanceof DOMException && error.name === "SecurityError";
const releases = new Map<string, () => void>();

/** Locks a name for this tab. Returns a function that releases it. Does nothing where locks do not exist. */
export function holdLock(name: string, options: LockOptions = {}): () => void {
  let release = () => {};
  const until = new Promise<void>((end) => (release = end));
  locks?.request(prefix + name, options, () => until).catch(() => undefined);
  return release;
}

/** Calls `run` if no tab holds the lock. Never where locks do not exist: another tab may be at work. */
export async function whenFree(name: string, run: () => void): Promise<void> {
  try {
    await locks?.request(prefix + name, { ifAvailable: true }, (lock) => {
      if (lock) run();
    });
  } catch (error) {
    if (!isDenied(error)) throw error;
    run();
  }
}

/**
 * Runs `work` while no other tab runs it. Takes over from a tab that said nothing for `silentMs`: it may be frozen, so
 * `work` must be safe when it runs in two tabs at once. `onAlive` subscribes to signs of life of other tabs. Where locks
 * do not exist it runs at once.
 */
export async function oneTab(
  name: string,
  silentMs: number,
  onAlive: (run: () => void) => () => void,
  work: () => Promise<void>,
): Promise<void> {
  if (!locks) return work();
  const silence = new AbortController();
  const listen = () => setTimeout(() => silence.abort(), silentMs);
  let timer = listen();
  const end = onAlive(() => {
    clearTimeout(timer);
    timer = listen();
  });
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    clearTimeout(timer);
    end();
    return work();
  };
  try {
    await locks.request(prefix + name, { signal: silence.signal }, begin);
  } catch (error) {
    end();
    if (!hasBegun && isDenied(error)) return begin();
    // Taken over by another tab while `work` was running: that tab goes on with it.
    if (!silence.signal.aborted) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      throw error;
    }
    await locks.request(prefix + name, { steal: true }, work);
  }
}

/**
 * Locks exactly these keys for this tab, until the next call or until the tab is closed. Other tabs see them with
 * `keysHeld`.
 */
export function holdOnly(keys: readonly string[]): void {
  for (const [key, release] of releases)
    if (!keys.includes(key)) {
      release();
      releases.delete(key);
    }
  for (const key of keys) if (!releases.has(key)) releases.set(key, holdLock(key));
}

/** The keys that any tab holds or waits for. Empty where locks do not exist. */
export async function keysHeld(): Promise<ReadonlySet<string>> {
  if (!locks) return new Set();
  const { held = [], pending = [] } = await locks.query();
  return new Set([...held, ...pending].flatMap(({ name }) => name?.slice(prefix.length) ?? []));
}
