import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A site with pages that show Foyer's forms in frames. */
export interface ParentSite {
  readonly origin: string;
  readonly end: () => void;
}

export interface ParentPage {
  /** The addresses of the frames. */
  readonly frames: readonly string[];
  readonly helper: string;
  /** HTML that the page's owner pasted. */
  readonly pasted?: string;
  readonly sandbox?: string;
  /** The page does not tell the frame its address. */
  readonly isHidden?: boolean;
  /** The page itself has no origin. */
  readonly isOpaque?: boolean;
}

/** Starts a site under this name, on a free port of 127.0.0.1. A page is described by its query. */
export async function startParent(host: "localhost" | "127.0.0.1"): Promise<ParentSite> {
  const server: Server = createServer((request, response) => {
    const query = new URL(request.url ?? "/", "http://localhost").searchParams.get("page");
    const page = JSON.parse(query ?? '{"frames":[],"helper":""}') as ParentPage;
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (page.isOpaque) response.setHeader("content-security-policy", "sandbox allow-scripts");
    if (page.isHidden) response.setHeader("referrer-policy", "no-referrer");
    response.end(htmlOf(page));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://${host}:${port}`, end: () => void server.close() };
}

export const pathOf = (page: ParentPage) => `/?page=${encodeURIComponent(JSON.stringify(page))}`;

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** The page notes all messages that it gets, and the events of the helper script. */
const htmlOf = ({
  frames,
  helper,
  sandbox,
  pasted = "",
}: ParentPage) => `<!doctype html><html lang="en"><title>A home</title>
<style>body { margin: 0 auto; max-width: 640px } iframe { width: 100%; height: 560px; border: 0 }</style>
<script>
  window.messages = [];
  window.events = [];
  addEventListener("message", ({ origin, data }) => messages.push({ origin, data }));
  for (const name of ["foyer:ready", "foyer:height", "foyer:saved"])
    addEventListener(name, ({ type, detail, target }) => events.push({ type, detail, frame: target.title }));
</script>
<h1>48 Larkspur Lane</h1>
${frames.map((src, at) => `<iframe title="Form ${at + 1}" src="${escape(src)}"${sandbox === undefined ? "" : ` sandbox="${sandbox}"`}></iframe>`).join("\n")}
<script async src="${escape(helper)}"></script>
${pasted}
</html>`;
