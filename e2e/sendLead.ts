import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";

/** Sends a lead of the front desk to the proxy, without the form. */
export async function sendLead(page: Page, lead: object): Promise<void> {
  const answer = await page.request.post("/api/leads", {
    headers: { "idempotency-key": randomUUID() },
    data: { station: "front-desk", capturedAt: new Date().toISOString(), lead },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
