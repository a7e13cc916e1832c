import { useCallback, useState, type ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { Link } from "../ui/Link.tsx";
import { Note } from "../ui/Note.tsx";
import { SavedNotice } from "./SavedNotice.tsx";
import type { Notice } from "./useNotices.ts";

interface Props extends Pick<ComponentProps<typeof SavedNotice>, "onFix" | "onUndo"> {
  /** Oldest first. */
  readonly notices: readonly Notice[];
}

/**
 * The lines above the form with the leads that were saved. Of those that need a person only the newest is a line of its
 * own, so that the form stays on a phone's screen.
 */
export function SavedNotices({ notices, ...actions }: Props) {
  const t = useTranslations("saved");
  const [needy, setNeedy] = useState<ReadonlySet<string>>(new Set());
  const onNeed = useCallback(
    (id: string, needsPerson: boolean) =>
      setNeedy((before) => {
        if (before.has(id) === needsPerson) return before;
        return new Set(needsPerson ? [...before, id] : [...before].filter((one) => one !== id));
      }),
    [],
  );
  const open = notices.filter(({ id }) => needy.has(id));
  const newest = open.at(-1)?.id;
  return (
    <>
      {notices.map((notice) => (
        <SavedNotice
          key={notice.id}
          {...notice}
          {...actions}
          isFolded={needy.has(notice.id) && notice.id !== newest}
          onNeed={onNeed}
        />
      ))}
      {open.length > 1 && (
        <Note as="div" look="over" isBar className="mx-auto w-full max-w-3xl">
          <Link to="/outbox" className="-my-[.8rem] flex min-h-(--tap) items-center font-semibold underline">
            {t("more", { count: open.length - 1 })}
          </Link>
        </Note>
      )}
    </>
  );
}
