import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test } from "../foyer.ts";
import { everyScreen } from "./everyScreen.ts";

const folder = join(import.meta.dirname, "../../screens");
const mockups = process.env["MOCKUPS"] ?? "";
mkdirSync(folder, { recursive: true });

/** The mock-up of each picture that has one. */
const drawn: Readonly<Record<string, string>> = {
  "agent, over the limit · light": "agent-contact",
  "agent, errors · light": "agent-errors",
  "agent, inquiry · dark": "agent-inquiry-dark",
  "desk, over the limit · light": "desk-contact",
  "agent, check and send · 820 px": "review",
  "desk, waiting · 390 px": "success",
  "outbox · light": "outbox",
  "outbox, desk · light": "outbox-desk",
};

test.use({ deviceScaleFactor: 2 });

everyScreen("picture", async (page, look, { name }) => {
  await page.mouse.move(0, 0);
  const picture = await page.screenshot({ path: join(folder, `${name} · ${look}.png`), animations: "disabled" });
  const mockup = drawn[`${name} · ${look}`];
  const path = join(mockups, `${mockup}.png`);
  if (mockup !== undefined && existsSync(path)) await sideBySide(page, readFileSync(path), picture, mockup);
});

async function sideBySide(page: Page, left: Buffer, right: Buffer, name: string): Promise<void> {
  const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString("base64")}" style="height:100vh">`;
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const beside = await page.context().newPage();
  await beside.setViewportSize({ width: 2 * width + 24, height });
  await beside.setContent(
    `<body style="margin:0;display:flex;justify-content:space-between;background:#888">${image(left)}${image(right)}`,
  );
  await beside.screenshot({ path: join(folder, `mock-up beside ours, ${name}.png`) });
  await beside.close();
}
