/** Replaces an encrypted text that cannot be decrypted. It is not JSON. */
export const unreadableText = "damaged";

/** The reason of a parked lead that cannot be read: its key is wrong, or its text is damaged. */
export const unreadable = "unreadable";

export const isReadable = ({ lead }: { readonly lead: string }): boolean => lead !== unreadableText;

/** Returns an entry as staff may see it. One that cannot be read has no answers, and its reason says so. */
export function asShown<One extends { readonly lead: string; readonly status: string; readonly reason: string | null }>(
  entry: One,
): One {
  if (isReadable(entry)) return entry;
  return { ...entry, lead: "", reason: entry.status === "parked" ? unreadable : entry.reason };
}
