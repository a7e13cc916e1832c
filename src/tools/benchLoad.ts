import { type Agent, request } from "node:http";

/** A lead as Foyer accepts it; `submission` adds the envelope. Sample data. */
export const lead = (id: string) => ({
  firstName: "Sample",
  lastName: "Visitor",
  emails: [`${id}@example.com`],
  phones: ["(602) 555-0142"],
  tagsAdd: ["Open house", "First-time buyer"],
  inquiry: { priceMin: 450000, priceMax: 650000, bedroomsMin: 3, locations: [{ city: "Phoenix", stateCode: "AZ" }] },
  content: "Asked about the roof and the school district. ".repeat(6),
});
export const submission = (id: string) => ({
  station: "front-desk",
  capturedAt: "2026-11-23T09:00:00Z",
  lead: lead(id),
});

export function post(agent: Agent, url: string, id: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(url, { agent, method: "POST", headers: { ...headers, "idempotency-key": id } }, (response) => {
      response.resume().once("end", () => {
        if ((response.statusCode ?? 500) < 300) resolve();
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
    });
    sent.once("error", reject).end(body);
  });
}

/** Returns the quantile `share` (0 to 1) of the values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
