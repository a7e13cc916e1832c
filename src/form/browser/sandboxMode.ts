import { use } from "react";
import { config } from "./config.ts";
import { keep, recall } from "./device.ts";
import { pageData } from "./pageData.ts";
import { useStored } from "./useStored.ts";

const kept = "sandbox";
const changed = new EventTarget();
let asked: Promise<void> | undefined;

/** Undefined if neither the page nor this device knows it yet. */
const known = (): boolean | undefined => {
  const mode = pageData()?.config.mode;
  return mode === undefined ? recall<boolean>(kept) : mode === "sandbox";
};

function listen(onChange: () => void): () => void {
  changed.addEventListener("change", onChange);
  void refreshed();
  return () => changed.removeEventListener("change", onChange);
}

/** Asks once per page load, so that a device notices when the office adds its credential. */
const refreshed = () => (asked ??= refresh());

async function refresh(): Promise<void> {
  const found = await config();
  if (!found || recall<boolean>(kept) === (found.mode === "sandbox")) return;
  keep(kept, found.mode === "sandbox");
  changed.dispatchEvent(new Event("change"));
}

/** Whether the proxy sends to the sandbox instead of Lofty. False until it is known. */
export const useSandbox = (): boolean => useStored(listen, known) ?? false;

/** The same for the whole app. Suspends on a device's first page, so that the page does not move when it is known. */
export function useSandboxOnceKnown(): boolean {
  const isSandbox = useStored(listen, known);
  if (isSandbox === undefined) use(refreshed());
  return isSandbox ?? known() ?? false;
}
