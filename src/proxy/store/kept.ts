import type { Driver } from "./driver.ts";

/** Small things the proxy must still know after a restart, by name. */
export interface Kept {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly write: (name: string, value: string) => Promise<void>;
  /** The value on disk: `value` where there was none, the same for every proxy on this database. */
  readonly readOr: (name: string, value: string) => Promise<string>;
}

export function keptIn({ query }: Driver): Kept {
  const read = async (name: string) => {
    const [row] = await query("SELECT value FROM kept WHERE name = $1", [name]);
    return row && String(row["value"]);
  };
  return {
    read,
    write: async (name, value) => {
      const sql = "INSERT INTO kept (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2";
      await query(sql, [name, value]);
    },
    readOr: async (name, value) => {
      await query("INSERT INTO kept (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", [name, value]);
      return (await read(name)) ?? value;
    },
  };
}
