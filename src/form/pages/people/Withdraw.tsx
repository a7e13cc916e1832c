import { Ban, Undo2 } from "lucide-react";
import { useEffect, useId, useRef, useState, type ComponentProps } from "react";
import { useTranslations } from "use-intl";
import { isolated } from "#lead/characters.ts";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { ways } from "#lead/submission/ways.ts";
import { isUnreachable, refusalOf } from "../../browser/api.ts";
import { useFocusAfter } from "../../browser/useFocusAfter.ts";
import { useContactChange } from "./useContactChange.ts";
import { markUndoable, useUndoable } from "./useUndoable.ts";

interface Props {
  readonly person: Pick<DayPerson, "id" | "name" | "may" | "withdrawnAt">;
}

/**
 * Records with one touch that a person does not want to be contacted any more. Until it is on its way to Lofty, it can
 * be undone here.
 */
export function Withdraw({ person: { id, name, may, withdrawnAt } }: Props) {
  const t = useTranslations("people");
  const isUndoable = useUndoable(id) && withdrawnAt !== undefined;
  const [failed, setFailed] = useState<"POST" | "DELETE">();
  const { mutate, isPending } = useContactChange(id, {
    onSuccess: (_, [method]) => {
      setFailed(undefined);
      markUndoable(id, method === "POST");
    },
    onError: (error, [method]) => {
      setFailed(method);
      // The withdrawal may be recorded although no answer came.
      if (method === "POST" && isUnreachable(error)) markUndoable(id, true);
      if (method === "DELETE" && refusalOf(error)?.status === 409) markUndoable(id, false);
    },
  });
  const send = (method: "POST" | "DELETE") => {
    if (!isPending) mutate([method, "withdrawal"]);
  };
  const undo = useId();
  const isOver = ways.every((way) => may[way] === "refused");
  return (
    <>
      {isUndoable && (
        <Undo
          id={undo}
          words={t("undoWithdrawal")}
          label={t("undoFor", { name: isolated(name) })}
          onUndo={() => send("DELETE")}
        />
      )}
      {!isUndoable && !isOver && (
        <RecordButton
          next={() => document.getElementById(undo)}
          aria-disabled={isPending || undefined}
          aria-label={t("withdrawFor", { name: isolated(name) })}
          onClick={() => send("POST")}
        >
          <Ban aria-hidden="true" className="size-5 shrink-0" />
          <span className="max-sm:hidden">{t("withdraw")}</span>
        </RecordButton>
      )}
      {failed === "POST" && !isOver && <Failed words={t("notRecorded")} />}
      {failed === "DELETE" && withdrawnAt !== undefined && <Failed words={t(isUndoable ? "notUndone" : "undoOver")} />}
    </>
  );
}

const Failed = ({ words }: { readonly words: string }) => (
  <p role="alert" className="text-sm text-over">
    {words}
  </p>
);

/** When the button goes, the focus goes to `next`, else to the person's name: in its row, or the page's title. */
function useFocusLater(next?: () => HTMLElement | null) {
  const row = useRef<HTMLElement>(null);
  const button = useFocusAfter<HTMLButtonElement>(
    () => next?.() ?? row.current?.querySelector<HTMLElement>("h3 a") ?? document.querySelector<HTMLElement>("main h1"),
  );
  useEffect(() => {
    row.current = button.current?.closest("li") ?? null;
  }, [button]);
  return button;
}

const RecordButton = ({ next, ...button }: ComponentProps<"button"> & { readonly next: () => HTMLElement | null }) => (
  <button
    {...button}
    ref={useFocusLater(next)}
    type="button"
    className="inline-flex size-11 shrink-0 items-center justify-center gap-2 rounded-control border border-control bg-surface text-sm text-ink-2 sm:w-auto sm:px-3"
  />
);

interface UndoProps {
  readonly id: string;
  readonly words: string;
  /** The words with the name of the person, for screen readers. */
  readonly label: string;
  readonly onUndo: () => void;
}

function Undo({ id, words, label, onUndo }: UndoProps) {
  return (
    <button ref={useFocusLater()} id={id} type="button" aria-label={label} className="btn btn-quiet" onClick={onUndo}>
      <Undo2 aria-hidden="true" />
      {words}
    </button>
  );
}
