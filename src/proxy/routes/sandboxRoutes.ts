import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { problem } from "../http/problem.ts";
import { storedPath } from "../staff/crmPageOf.ts";
import { staffOnly, type Asked } from "./asked.ts";

export interface SandboxParts {
  readonly config: { readonly mode: "sandbox" | "lofty" };
  /** Fetches a page of the sandbox. */
  readonly sandboxPage: (path: string) => Promise<Response>;
}

/** In sandbox mode only: shows staff what the sandbox stored. Nobody else reaches it: it listens on this machine only. */
export function sandboxRoutes(app: Hono<Asked>, { config, sandboxPage }: SandboxParts) {
  if (config.mode !== "sandbox") return;
  app.get(storedPath, staffOnly, async (c) => {
    const answer = await sandboxPage(`${storedPath}?bare`).catch(() => undefined);
    if (!answer?.ok) return problem(503, "sandbox-unavailable", "The sandbox does not answer");
    const html = await answer.text();
    const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? "";
    c.set("inline", { scripts: [], styles: [`'sha256-${createHash("sha256").update(style).digest("base64")}'`] });
    return c.html(html);
  });
}
