import type { Hono } from "hono";
import type { Clock } from "../platform/clock.ts";
import { consentFile } from "../staff/consentFile.ts";
import type { ConsentRecords } from "../store/consentRecords.ts";
import type { OptOuts } from "../store/optOuts.ts";
import { staffOnly, type Asked } from "./asked.ts";

interface Parts {
  readonly consentRecords: ConsentRecords;
  readonly optOuts: Pick<OptOuts, "withdrawals">;
  readonly clock: Clock;
}

/** The route for the file of all consents. */
export function consentRoutes(app: Hono<Asked>, { consentRecords, optOuts, clock }: Parts) {
  app.get("/api/consents/export", staffOnly, async (c) => {
    const format = c.req.query("format") === "json" ? "json" : "csv";
    return consentFile(consentRecords.all(), await optOuts.withdrawals(), format, new Date(clock.now()));
  });
}
