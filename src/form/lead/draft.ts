import { isVisited } from "#lead/allowed.ts";
import { recall } from "../device.ts";
import type { FormStation } from "../station/useStation.ts";

/** Where this device keeps a station's unfinished lead; visitors' answers are never kept. */
export const draftKey = (station: FormStation): string | undefined =>
  station.drafts && !isVisited(station) ? `draft:${station.id}` : undefined;

export const recallDraft = (key: string | undefined) => (key === undefined ? undefined : recall<object>(key));
