import { randomUUID } from "node:crypto";
import { expect, test } from "../foyer.ts";

/** Separate rooms, because the CRM is unavailable in them. */
test.use({ proxyEnv: { LOG_LEVEL: "info" } });

test("the outbox shows that Lofty cannot be reached and until when sending is paused", async ({ page, foyer }) => {
  await foyer.faults({ lookupFault: "status500" });
  await Promise.all(
    Array.from({ length: 6 }, async (_, index) => {
      const lead = { firstName: `Away ${index}`, emails: [`away.${index}@example.com`] };
      const data = { station: "front-desk", capturedAt: new Date().toISOString(), lead };
      expect((await page.request.post("/api/leads", { headers: { "idempotency-key": randomUUID() }, data })).ok()).toBe(
        true,
      );
    }),
  );
  await page.goto("/outbox");
  await expect(page.getByText(/^The sandbox can’t be reached\. Nothing is sent until \d+:\d\d/)).toBeVisible();
  await expect(page.getByText("slow down")).toHaveCount(0);
});
