import { useQuery } from "@tanstack/react-query";
import { dayOf } from "#lead/station/event.ts";
import { useDay } from "../../browser/day.ts";
import type { RecognitionAnswer } from "#lead/submission/knownPeople.ts";
import { ask, refusalOf } from "../../browser/api.ts";
import { offlineAt } from "../../browser/offlineAt.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { useSandbox } from "../../browser/sandboxMode.ts";
import { eventNow } from "../../station/eventNow.ts";
import type { FormStation } from "../../station/useStation.ts";
import { nextEvent, type Facts } from "./readyRows.ts";

interface Readiness {
  readonly credential?: Facts["credential"];
  readonly entries?: { readonly delivered?: number; readonly confirmed?: number };
}
type Asked = Omit<Facts, "isSandbox" | "event">;

const againMs = 10_000;
const key = ["ready"];

/** The facts for the checks before an open house. Undefined while they are asked for. */
export function useFacts(stations: readonly FormStation[], isStaffs: boolean): Facts | undefined {
  const isSandbox = useSandbox();
  const day = useDay();
  const { data } = useQuery(
    { queryKey: key, queryFn: askFacts, enabled: isStaffs, refetchInterval: againMs },
    queryClient,
  );
  const event = nextEvent(
    stations.flatMap((station) => [eventNow(station), station.event]),
    dayOf(new Date(day)),
  );
  return data && { ...data, isSandbox, event };
}

/** Asks again at once, after somebody has done something about it. */
export const askFactsAgain = () => queryClient.invalidateQueries({ queryKey: key });

async function askFacts(): Promise<Asked> {
  // A proxy that is not ready refuses with its facts.
  const asked = ask<Readiness>("GET", "/readyz").catch((error: unknown) => (refusalOf(error) ?? {}) as Readiness);
  const recognition = ask<RecognitionAnswer>("GET", "/api/recognition").catch(() => undefined);
  const [{ credential, entries }, found, isPersisted, isInstalled] = await Promise.all([
    asked,
    recognition,
    persisted(),
    installed(),
  ]);
  return {
    credential,
    recognizes: found?.works ?? undefined,
    isPersisted,
    isInstalled,
    offlineAt: offlineAt(),
    delivered: entries && (entries.delivered ?? 0) + (entries.confirmed ?? 0),
  };
}

/** Browsers have no storage manager without TLS. */
const storage = () => navigator.storage as StorageManager | undefined;

const persisted = async () =>
  storage()
    ?.persisted?.()
    .catch(() => undefined);

/** Asks the browser to keep this device's storage. Returns what it decides. */
export const persist = async (): Promise<boolean> =>
  (await storage()
    ?.persist?.()
    .catch(() => false)) ?? false;

async function installed(): Promise<boolean> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  return (await workers?.getRegistration().catch(() => undefined))?.active != null;
}
