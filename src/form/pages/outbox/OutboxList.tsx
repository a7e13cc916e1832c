import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { OutboxCause, OutboxEntry, OutboxGroup } from "#lead/submission/staffAnswers.ts";
import { ByCause } from "./ByCause.tsx";
import { OutboxLine } from "./OutboxLine.tsx";
import { partsOf } from "./partsOf.ts";
import { usePages } from "../../sending/useOutbox.ts";
import { Note } from "../../ui/Note.tsx";
import { ListTitle } from "../../ui/ListTitle.tsx";

interface Props {
  readonly group: OutboxGroup;
  /** The first entries of the list. `count` is the number of all. */
  readonly entries: readonly OutboxEntry[];
  readonly count: number;
  /** The reasons that several leads have. Their leads stand together. */
  readonly causes: readonly OutboxCause[];
}

/** One list of the outbox: the first leads, and a button for more. */
export function OutboxList({ group, entries, count, causes }: Props) {
  const t = useTranslations("outbox");
  const [isLong, setIsLong] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const { data, isFetchingNextPage, isLoading, isError, hasNextPage, fetchNextPage } = usePages(group, isLong);
  const shown = data?.pages.flatMap((page) => page.entries) ?? entries;
  const showMore = async () => {
    // The button disappears with the last page, so move the focus to the last line.
    [...(list.current?.querySelectorAll<HTMLElement>("li h3") ?? [])].at(-1)?.focus({ preventScroll: true });
    if (isLong) await fetchNextPage();
    else setIsLong(true);
  };
  return (
    <section aria-labelledby={`outbox-${group}`}>
      <ListTitle id={`outbox-${group}`}>{t(`groups.${group}`)}</ListTitle>
      <div ref={list} className="grid gap-4">
        {partsOf(shown, causes).map(({ cause, entries: together }) => (
          <div key={cause?.reason ?? ""} className="grid gap-2">
            {cause && <ByCause cause={cause} />}
            {together.length > 0 && (
              <ul className="card">
                {together.map((entry) => (
                  <OutboxLine key={entry.id} entry={entry} />
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      {isError && (
        <Note look="warn" className="mt-3">
          {t("unreachable")}
        </Note>
      )}
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
