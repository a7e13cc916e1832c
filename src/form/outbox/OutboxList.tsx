import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { OutboxEntry, OutboxGroup } from "#lead/staffAnswers.ts";
import { OutboxLine } from "./OutboxLine.tsx";
import { usePages } from "./useOutbox.ts";

interface Props {
  readonly group: OutboxGroup;
  /** The first ones, and how many there are. */
  readonly entries: readonly OutboxEntry[];
  readonly count: number;
}

/** One of the lists: its first leads, and as many more as are asked for. */
export function OutboxList({ group, entries, count }: Props) {
  const t = useTranslations("outbox");
  const [isLong, setIsLong] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { data, isFetchingNextPage, isLoading, isError, hasNextPage, fetchNextPage } = usePages(group, isLong);
  const shown = data?.pages.flatMap((page) => page.entries) ?? entries;
  const showMore = async () => {
    // The button goes with the last page: the focus goes to the last line that was there.
    list.current?.querySelector<HTMLElement>("li:last-child h3")?.focus({ preventScroll: true });
    if (isLong) await fetchNextPage();
    else setIsLong(true);
  };
  return (
    <section aria-labelledby={`outbox-${group}`}>
      <h2 id={`outbox-${group}`} className="list-title">
        {t(`groups.${group}`)}
      </h2>
      <ul ref={list} className="card entries">
        {shown.map((entry) => (
          <OutboxLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {isError && <p className="note note-warn mt-3">{t("unreachable")}</p>}
      {(data ? hasNextPage : count > entries.length) && (
        <button
          type="button"
          className="btn btn-secondary mt-3"
          disabled={isLoading || isFetchingNextPage}
          onClick={() => void showMore()}
        >
          {t("showMore")}
          <span className="sr-only">: {t(`groups.${group}`)}</span>
        </button>
      )}
    </section>
  );
}
