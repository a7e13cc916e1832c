import type { DayCounts } from "#lead/submission/staffAnswers.ts";
import type { Contact } from "./devicesAt.ts";

/** Another device of the house, as it last told the proxy. */
export interface Other {
  readonly name: string;
  readonly unsent: number;
  readonly contact: Contact;
  /** How long ago it was heard from. */
  readonly silentMs: number;
}

/** What is known of a house when its host leaves. */
export interface Facts {
  /** How many leads wait on this device. */
  readonly here: number;
  /** The counts of the house from the proxy; undefined while it cannot be reached. */
  readonly counts: Pick<DayCounts, "waiting" | "needsYou"> | undefined;
  readonly others: readonly Other[];
}

/** An answer at the top of the page. Only `allIn` is green. */
export type Answer =
  | { readonly is: "allIn" | "unknown" }
  | { readonly is: "here" | "waiting" | "needsYou"; readonly count: number }
  | { readonly is: "there"; readonly count: number; readonly name: string; readonly contact: Contact }
  | { readonly is: "revoked"; readonly name: string }
  | { readonly is: "silent"; readonly name: string; readonly silentMs: number };

/**
 * Returns what is missing until all leads of the house are in Lofty, most important first; `allIn` alone if nothing is.
 * A device that was not heard from since it had unsent leads still counts as having them. One that is silent may have
 * taken leads meanwhile.
 */
export function answersOf({ here, counts, others }: Facts): readonly [Answer, ...Answer[]] {
  if (!counts) return here > 0 ? [{ is: "here", count: here }] : [{ is: "unknown" }];
  const { needsYou, waiting } = counts;
  const late = others.filter(({ unsent }) => unsent > 0);
  const unheard = others.filter(({ unsent }) => unsent === 0);
  const [first, ...rest]: readonly Answer[] = [
    ...counted("here", here),
    ...late.map(({ name, unsent, contact }) => ({ is: "there", count: unsent, name, contact }) as const),
    ...counted("needsYou", needsYou),
    ...counted("waiting", waiting),
    ...unheard.flatMap(({ name, contact }) => (contact === "revoked" ? [{ is: "revoked", name } as const] : [])),
    ...unheard.flatMap(({ name, contact, silentMs }) =>
      contact === "silent" ? [{ is: "silent", name, silentMs } as const] : [],
    ),
  ];
  return first ? [first, ...rest] : [{ is: "allIn" }];
}

const counted = <Is extends "here" | "needsYou" | "waiting">(is: Is, count: number) =>
  count > 0 ? [{ is, count } as const] : [];
