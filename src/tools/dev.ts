import { createServer } from "vite";
import { runRooms } from "./runRooms.ts";

/** `npm run dev`: like `npm start`, but the proxy restarts and the app reloads on every change. */
const pages = process.env["PORT"] || "8080";

process.exitCode = await runRooms({
  proxyArgs: ["--watch", "--watch-preserve-output", "src/proxy/main.ts"],
  // Vite listens on PORT. The proxy behind it gets a free port, which it keeps when it restarts.
  env: { ...process.env, PORT: String(await freePort()) },
  open: async (address) => {
    const behind = ["/api", "/link", "/sandbox", "/healthz", "/readyz", "/metrics"];
    const server = await createServer({
      server: {
        host: process.env["HOST"] || "127.0.0.1",
        port: Number(pages),
        strictPort: Number(pages) !== 0,
        proxy: Object.fromEntries(behind.map((path) => [path, { target: address }])),
      },
    });
    await server.listen();
    return server.resolvedUrls?.local[0] ?? address;
  },
});
process.exit();

async function freePort(): Promise<number> {
  const { createServer: listen } = await import("node:net");
  return await new Promise((resolve) => {
    const server = listen().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}
