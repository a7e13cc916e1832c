import type { Browser, CDPSession, Page } from "@playwright/test";

export interface Condition {
  readonly name: string;
  readonly cpu: number;
  readonly isSlow: boolean;
}

export interface Open {
  readonly page: Page;
  readonly session: CDPSession;
  readonly close: () => Promise<void>;
}

const bytesPerSecond = 1_600_000 / 8;

/** Opens a tab with a cold cache under this condition, where who and event are already set. */
export async function openPage(browser: Browser, { cpu, isSlow }: Condition): Promise<Open> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1180, height: 820 } });
  await context.addInitScript(answerOnce);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  if (isSlow) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  return { page, session, close: () => context.close() };
}

/** Stores the answers that an agent station asks for once a day: whose leads, and which house. */
function answerOnce(): void {
  if (!location.pathname.startsWith("/s/")) return;
  const day = new Date().toLocaleDateString("sv");
  const event = { id: "the-sample-open-house", address: "48 Larkspur Lane", date: day };
  localStorage.setItem("foyer:who:open-house", JSON.stringify({ routing: true }));
  localStorage.setItem("foyer:event:open-house:routing", JSON.stringify({ day, event }));
}
