import { useFormatter, useNow } from "use-intl";

/** Returns a function that says when something was: the time, and the date if it was not today. */
export function useTimeOf(): (at: Date) => string {
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  return (at) =>
    format.dateTime(
      at,
      at.toDateString() === now.toDateString() ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" },
    );
}
