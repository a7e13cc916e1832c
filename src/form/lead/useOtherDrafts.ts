import { useEffect, useState } from "react";
import { keysHeld } from "../browser/tabLocks.ts";
import { recall } from "../device.ts";
import { heardElsewhere, keysFrom } from "../deviceKeys.ts";
import { unsentAt } from "../send/unsent.ts";
import { recoverUnsent } from "../sending/recoverUnsent.ts";
import { inHand } from "./draft.ts";

export interface OtherDraft {
  readonly key: string;
  readonly name: string;
  /** Another tab is open with it. */
  readonly isOpen: boolean;
}

/** The unfinished leads of a station that this tab does not have in hand. `inForm` is the key of the one that it has. */
export function useOtherDrafts(station: string, inForm: string | undefined): readonly OtherDraft[] {
  const [others, setOthers] = useState<readonly OtherDraft[]>([]);
  useEffect(() => {
    let isHere = true;
    const look = () => void otherDrafts(station).then((found) => isHere && setOthers(found));
    look();
    const stops = [`draft:${station}`, `correction:${station}:`].map((start) => heardElsewhere(start, look));
    // A tab that was closed tells nobody.
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
  // A draft whose lead was saved just before a crash is none any more.
  await recoverUnsent();
  const held = await keysHeld();
  const saved = new Set(unsentAt(station).map(({ draft }) => draft));
  const keys = [...keysFrom(`draft:${station}:`), ...keysFrom(`correction:${station}:`), ...olderKeys(station)];
  const mine = inHand(station);
  return keys
    .filter((key) => !mine.includes(key) && !saved.has(key))
    .map((key) => ({ key, name: nameIn(recall(key)), isOpen: held.has(key) }));
}

/** Where drafts were kept when all tabs shared one. */
const olderKeys = (station: string) =>
  [`draft:${station}`, ...(recall<readonly string[]>(`corrections:${station}`) ?? [])].filter(
    (key) => recall(key) !== undefined,
  );

function nameIn(answers: { readonly firstName?: unknown; readonly lastName?: unknown } | undefined): string {
  const parts = [answers?.firstName, answers?.lastName];
  return parts.filter((part) => typeof part === "string" && part.trim() !== "").join(" ");
}
