import { Undo2 } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { valueAt } from "#lead/valueAt.ts";
import { focusNow } from "../answers/focusSoon.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../../ui/Typed.tsx";
import { Message } from "../../ui/Message.tsx";

interface Removed {
  readonly row: unknown;
  readonly index: number;
  readonly name: string;
  readonly wasWrong: boolean;
}

const undoMs = 8000;

/**
 * Returns a function that removes a row of the list at a path, and a note with an Undo button for the last removed row.
 * The note disappears 8 s after the focus last moved, and never while Undo has it: people who use the keyboard need time
 * to reach it. Undo focuses the row, or its question `first`: a row of questions begins with the
 * button that removes it.
 */
export function useRemoved(
  path: string,
  first?: string,
): {
  readonly remove: (index: number, name: string) => void;
  readonly note: ReactNode;
} {
  const t = useTranslations();
  const { getErrors, getValues, setValue, trigger } = useFormContext();
  const [removed, setRemoved] = useState<Removed>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!removed) return;
    let timer: ReturnType<typeof setTimeout>;
    const end = () => place.current?.contains(document.activeElement) || setRemoved(undefined);
    const start = () => {
      clearTimeout(timer);
      timer = setTimeout(end, undoMs);
    };
    start();
    document.addEventListener("focusin", start);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("focusin", start);
    };
  }, [removed]);
  const rows = () => [...((getValues(path) as unknown[] | undefined) ?? [])];
  const undo = ({ row, index, wasWrong }: Removed) => {
    flushSync(() => setValue(path, rows().toSpliced(index, 0, row)));
    focusNow([path, index, first].filter((part) => part !== undefined).join("."));
    if (wasWrong) void trigger(`${path}.${index}`);
    setRemoved(undefined);
  };
  return {
    remove(index, name) {
      const wasWrong = valueAt(getErrors(), `${path}.${index}`) !== undefined;
      setRemoved({ row: rows()[index], index, name, wasWrong });
      setValue(path, rows().toSpliced(index, 1));
    },
    note: (
      <div ref={place} role="status">
        {removed && (
          <Message>
            <Typed text={t("field.removed", { text: isolatedAlways(removed.name) })} />
            <button type="button" className="btn btn-quiet -my-2 min-h-0" onClick={() => undo(removed)}>
              <Undo2 aria-hidden="true" />
              {t("waysOut.undo")}
            </button>
          </Message>
        )}
      </div>
    ),
  };
}
