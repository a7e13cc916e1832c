import type { Driver } from "./driver/driver.ts";
import { unswept } from "./retention.ts";

export interface Discard {
  /**
   * Deletes an entry that is still parked for this reason. Returns false otherwise. Its contacts go with the next
   * housekeeping.
   */
  readonly discard: (id: string, reason: string) => Promise<boolean>;
}

export const discardIn = ({ batch }: Driver): Discard => ({
  discard: async (id, reason) => {
    const sql = "DELETE FROM submissions WHERE id = $1 AND status = 'parked' AND reason = $2 RETURNING id";
    const [, gone = []] = await batch([unswept, [sql, [id, reason]]]);
    return gone.length > 0;
  },
});
