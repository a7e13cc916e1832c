import { serveJson } from "./serveJson.ts";

/** Like most intake proxies: forwards the lead and returns the CRM's response. Stores nothing. */
const crm = process.env["CRM_URL"] ?? "";

serveJson(async (body) => {
  const response = await fetch(`${crm}/v1.0/leads`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "token sandbox-key" },
    body: JSON.stringify((body as { lead: unknown }).lead),
  });
  if (!response.ok) throw new Error(`the CRM answered ${response.status}`);
  return (await response.json()) as object;
});
