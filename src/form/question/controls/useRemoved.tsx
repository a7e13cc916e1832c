import { Undo2 } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
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
 * The note disappears after 8 s. Undo focuses the row, or its question `first`: a row of questions begins with the
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
  useEffect(() => {
    if (!removed) return;
    const timer = setTimeout(() => setRemoved(undefined), undoMs);
    return () => clearTimeout(timer);
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
      <div role="status">
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
