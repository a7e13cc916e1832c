import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createProxyMiddleware } from "http-proxy-middleware";

/** The common library for forwarding; it adds the token. Stores nothing. */
const forward = createProxyMiddleware({
  target: process.env["CRM_URL"] ?? "",
  pathRewrite: () => "/v1.0/leads",
  headers: { authorization: "token sandbox-key" },
});
const server = createServer((request, response) => void forward(request, response));
server.listen(0, "127.0.0.1", () => {
  console.log(`middleware listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
