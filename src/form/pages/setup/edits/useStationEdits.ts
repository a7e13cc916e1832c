import { use, useState } from "react";
import { ask, refusalOf } from "../../../browser/api.ts";
import { queryClient } from "../../../browser/queryClient.ts";
import { useOneAtATime } from "../../../browser/useOneAtATime.ts";
import { loadStation, replaceStation } from "../../../station/loadStation.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { changesOf, undone, type Change } from "./changes.ts";
import { withMine, type Edit } from "./edits.ts";
import type { SectionName } from "./sections.ts";

export type Outcome =
  | { readonly is: "saved" }
  | { readonly is: "notSaved"; readonly wrong: readonly string[] }
  /** Somebody else saved first. */
  | { readonly is: "conflict"; readonly theirs: FormStation };

/** The saved station, the one on the page, and what can be done with the difference. */
export function useStationEdits(id: string) {
  const loaded = use(loadStation(id));
  const [before, setBefore] = useState(loaded);
  const [station, setStation] = useState(loaded);
  /** Draws all boxes again with the station's values, or those of one section. */
  const [round, setRound] = useState<{
    readonly all: number;
    readonly of: { readonly [name in SectionName]?: number };
  }>({
    all: 0,
    of: {},
  });
  const [outcome, setOutcome] = useState<Outcome>();
  const show = (base: FormStation, next: FormStation) => {
    setBefore(base);
    setStation(next);
    setRound(({ all }) => ({ all: all + 1, of: {} }));
  };
  const edit: Edit = (partOf) => {
    // The type excludes parts that are undefined. JSON leaves them out.
    setStation((now) => ({ ...now, ...partOf(now) }) as FormStation);
    setOutcome(undefined);
  };
  const undo = (change: Change) => {
    const { section } = change;
    setStation((now) => undone(before, now, change));
    // Boxes of other sections keep what is typed in them, also what is no value yet.
    setRound(({ all, of }) => ({ all, of: { ...of, [section]: (of[section] ?? 0) + 1 } }));
    setOutcome(undefined);
  };
  const save = useOneAtATime(async () => {
    const path = `/api/stations/${encodeURIComponent(id)}`;
    try {
      const seen = before.version === undefined ? {} : { "if-match": before.version };
      const saved = await ask<FormStation>("PUT", path, station, seen);
      replaceStation(saved);
      setBefore(saved);
      // With what was typed meanwhile. The boxes keep their text and the focus.
      setStation((now) => withMine(saved, now, station));
      setOutcome({ is: "saved" });
      void queryClient.invalidateQueries();
    } catch (error) {
      const refusal = refusalOf(error);
      const isConflict = refusal?.status === 409;
      const theirs = isConflict ? await ask<FormStation>("GET", path).catch(() => undefined) : undefined;
      if (theirs) setOutcome({ is: "conflict", theirs });
      else setOutcome({ is: "notSaved", wrong: refusal?.issues?.map(({ path: at }) => at) ?? [] });
    }
  });
  return {
    before,
    station,
    changes: changesOf(before, station),
    outcome,
    round,
    edit,
    undo,
    save,
    /** Replaces all settings with those of a file. */
    replace: (settings: FormStation) => show(before, settings),
    discard: () => {
      show(before, before);
      setOutcome(undefined);
    },
    addMine: (theirs: FormStation) => {
      show(theirs, withMine(theirs, station, before));
      setOutcome(undefined);
    },
  };
}
