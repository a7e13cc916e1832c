import { useEffect, useState } from "react";
import { keysHeld } from "../../browser/tabLocks.ts";
import { recall } from "../../browser/device.ts";
import { onOtherTabChange, keysFrom } from "../../browser/deviceKeys.ts";
import { queued } from "../../sending/queue/queue.ts";
import { recover } from "../../sending/queue/recover.ts";
import { inHand } from "./draft.ts";

export interface OtherDraft {
  readonly key: string;
  readonly name: string;
  /** Another tab has it open. */
  readonly isOpen: boolean;
}

/** The unfinished leads of a station that are not open in this tab. `inForm` is the key of the draft in the form. */
export function useOtherDrafts(station: string, inForm: string | undefined): readonly OtherDraft[] {
  const [others, setOthers] = useState<readonly OtherDraft[]>([]);
  useEffect(() => {
    let isHere = true;
    const look = () => void otherDrafts(station).then((found) => isHere && setOthers(found));
    look();
    const stops = [`draft:${station}`, `correction:${station}:`].map((start) => onOtherTabChange(start, look));
    // A tab that closes sends no event. Look again when this window gets the focus.
    window.addEventListener("focus", look);
    return () => {
      isHere = false;
      for (const stop of stops) stop();
      window.removeEventListener("focus", look);
    };
  }, [station, inForm]);
  return others;
}

async function otherDrafts(station: string): Promise<readonly OtherDraft[]> {
  // Wait for crash recovery: the draft of a saved lead must not be offered.
  await recover();
  const held = await keysHeld();
  const saved = new Set(queued().map(({ draft }) => draft));
  const keys = [...keysFrom(`draft:${station}:`), ...keysFrom(`correction:${station}:`), ...olderKeys(station)];
  const mine = inHand(station);
  return keys
    .filter((key) => !mine.includes(key) && !saved.has(key))
    .map((key) => ({ key, name: nameIn(recall(key)), isOpen: held.has(key) }));
}

/** The keys of an earlier version, where all tabs shared one draft. */
const olderKeys = (station: string) =>
  [`draft:${station}`, ...(recall<readonly string[]>(`corrections:${station}`) ?? [])].filter(
    (key) => recall(key) !== undefined,
  );

function nameIn(answers: { readonly firstName?: unknown; readonly lastName?: unknown } | undefined): string {
  const parts = [answers?.firstName, answers?.lastName];
  return parts.filter((part) => typeof part === "string" && part.trim() !== "").join(" ");
}
