import type { Driver } from "./driver/driver.ts";

/** Small named values that the proxy needs after a restart. */
export interface Kept {
  readonly read: (name: string) => Promise<string | undefined>;
  readonly write: (name: string, value: string) => Promise<void>;
  /** Returns the stored value; stores `value` when there was none. All proxies on one database get the same value. */
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
