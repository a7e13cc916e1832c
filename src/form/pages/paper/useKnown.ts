import { useQueries } from "@tanstack/react-query";
import type { DuplicatesAnswer, KnownOptOut } from "#lead/submission/duplicates.ts";
import { ask } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";
import type { Line } from "./lines.ts";

/** The proxy answers for so many at once. */
const together = 20;

/** What the proxy knows of a line's person: the name of an earlier lead, and what the person opted out of. */
export interface Known {
  readonly name: string | undefined;
  /** Of the email and of the phone: they may be of two leads. */
  readonly optOuts: readonly KnownOptOut[];
}

/**
 * Returns what the proxy knows of each line that `isWanted`, as it is found. Lines can be saved meanwhile. They are asked
 * for by their place among all lines: an edit of one line must not ask for all lines behind it again.
 */
export function useKnown(lines: readonly Line[], isWanted: (line: Line) => boolean): (line: Line) => Known {
  const chunks = Array.from({ length: Math.ceil(lines.length / together) }, (_, index) =>
    lines
      .slice(index * together, (index + 1) * together)
      .filter((line) => isWanted(line) && (line.email !== "" || line.phone !== "")),
  ).filter((chunk) => chunk.length > 0);
  const found = useQueries(
    {
      queries: chunks.map((chunk) => {
        const emails = chunk.map(({ email }) => email).filter(Boolean);
        const phones = chunk.map(({ phone }) => phone).filter(Boolean);
        return {
          queryKey: ["known", emails, phones],
          queryFn: () => ask<DuplicatesAnswer>("POST", "/api/duplicates", { emails, phones }),
          staleTime: 60_000,
          retry: false,
        };
      }),
    },
    queryClient,
  );
  const names = new Map(found.flatMap(({ data }) => (data?.matches ?? []).map(({ value, name }) => [value, name])));
  const optOuts = new Map(found.flatMap(({ data }) => (data?.optOuts ?? []).map((one) => [one.value, one])));
  return ({ email, phone }) => ({
    name: names.get(email) ?? names.get(phone),
    optOuts: [optOuts.get(email), optOuts.get(phone)].filter((one) => one !== undefined),
  });
}
