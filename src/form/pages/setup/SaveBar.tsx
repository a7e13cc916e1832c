import { Pencil } from "lucide-react";
import { useTranslations } from "use-intl";
import type { FormStation } from "../../station/useStation.ts";
import { Note } from "../../ui/Note.tsx";
import type { Outcome } from "./edits/useStationEdits.ts";

interface Props {
  /** The number of unsaved changes. */
  readonly count: number;
  readonly outcome: Outcome | undefined;
  readonly onDiscard: () => void;
  readonly onAddMine: (theirs: FormStation) => void;
}

/** Stands at the bottom of the window: what is not saved yet, Discard, and Save. */
export function SaveBar({ count, outcome, onDiscard, onAddMine }: Props) {
  const t = useTranslations("setup");
  const isSaved = outcome?.is === "saved" && count === 0;
  const isRefused = outcome?.is === "notSaved";
  return (
    <div
      className="sticky bottom-0 z-10 -mx-5 -mb-16 grid gap-3 px-5 py-3"
      // The bar is as wide as the window.
      style={{ borderImage: "linear-gradient(var(--line) 1px, var(--surface) 1px) fill 0 / 0 / 0 100vmax" }}
    >
      {outcome?.is === "conflict" && (
        <Note role="alert" look="warn" className="flex-wrap items-center">
          <span className="flex-1 basis-60">{t("conflict", { count })}</span>
          <ToList id="setup-theirs" words={t("changed.theirs")} />
          <button type="button" className="btn btn-secondary" onClick={() => onAddMine(outcome.theirs)}>
            {t("addMine")}
          </button>
        </Note>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {count > 0 && <Pencil aria-hidden="true" className="-me-2 text-warn" />}
        <p role="status" className={`flex-1 basis-32 ${isRefused ? "text-over" : "text-ink-2"}`}>
          {isSaved || isRefused ? t(outcome.is) : count > 0 && t("changes", { count })}
        </p>
        {count > 0 && <ToList id="setup-changes" words={t("changed.title")} />}
        {count > 0 && (
          <button type="button" className="btn btn-secondary max-sm:px-3" onClick={onDiscard}>
            {t("discard")}
          </button>
        )}
        <button type="submit" className="btn btn-primary max-sm:flex-auto">
          {t("save")}
        </button>
      </div>
    </div>
  );
}

/** Moves the focus to a list of changes. On wide screens the lists stand beside the sections. */
const ToList = ({ id, words }: { readonly id: string; readonly words: string }) => (
  <button
    type="button"
    className="btn btn-quiet max-sm:px-3 xl:hidden"
    onClick={() => document.getElementById(id)?.focus()}
  >
    {words}
  </button>
);
