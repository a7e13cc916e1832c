import { randomUUID } from "node:crypto";
import { CompactEncrypt, importJWK, type JWK } from "jose";
import { expect, test } from "../foyer.ts";

test("staff correct a kiosk's sealed lead that cannot go as it is, and are told of one that cannot be opened", async ({
  page,
  foyer,
}) => {
  const station = (await (await page.request.get("/api/stations/kiosk")).json()) as {
    version: string;
    sealTo: JWK;
    consent: { version: string; text: string };
  };
  const capturedAt = new Date().toISOString();
  const post = async (sealed: string) => {
    const data = { station: "kiosk", stationVersion: station.version, capturedAt, sealed };
    const id = randomUUID();
    const answer = await page.request.post("/api/leads", { headers: { "idempotency-key": id }, data });
    expect([answer.status(), await answer.json()]).toEqual([202, { id, status: "accepted" }]);
    return id;
  };
  const seal = async (content: object) => {
    const { kid = "", ...key } = station.sealTo;
    const encrypt = new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)));
    encrypt.setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", kid });
    return encrypt.encrypt(await importJWK(key, "ECDH-ES"));
  };
  const { version, text } = station.consent;
  const consent = { version, text, language: "en", at: capturedAt, by: "self", channels: { call: true } };
  const name = `Sealed ${"x".repeat(30)}`;
  await post(await seal({ lead: { firstName: name, phones: ["415 555 0177"], extra: "?" }, consent }));
  const closed = await post((await seal({ lead: {} })).slice(0, -9));

  await page.goto("/outbox");
  const lost = page.getByRole("listitem").filter({ hasText: `Sealed lead ${closed}` });
  await expect(lost).toContainText("Not sent. A kiosk sealed this lead, and Foyer can’t open it");
  await lost.getByRole("button", { name: "Send again" }).click();
  await expect(lost.getByRole("alert")).toHaveText("That did not work. Refresh and look again.");

  const line = page.locator("main li").filter({ hasText: name });
  await expect(line).toContainText("Not sent. It came from a kiosk, and some answers can’t be sent as they are.");
  await expect(line.getByText("Look at First name.")).toBeVisible();
  await line.getByRole("link", { name: "Fix and send" }).click();
  await expect(page.getByRole("heading", { name: "Not sent." })).toBeFocused();
  await page.getByRole("link", { name: "Look at First name." }).click();
  const box = page.getByLabel("First name");
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(name);
  await box.fill("Selma");
  await page.getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outbox" })).toBeFocused();
  await expect
    .poll(async () => (await foyer.leads()).filter(({ stored }) => stored["firstName"] === "Selma").length)
    .toBe(1);
  const sent = (await foyer.leads()).find(({ stored }) => stored["firstName"] === "Selma");
  expect(sent?.stored).toMatchObject({ phones: ["415 555 0177"], cannotText: true });
  expect(String(sent?.stored["content"])).toContain("consent 1 en self at kiosk: call yes");
});
