import { Undo2 } from "lucide-react";
import { useEffect, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { valueAt } from "#lead/valueAt.ts";
import { focusNow } from "./focusSoon.ts";
import { isolatedAlways } from "#lead/characters.ts";
import { Typed } from "../ui/Typed.tsx";

interface Removed {
  readonly row: unknown;
  readonly index: number;
  readonly name: string;
  readonly wasWrong: boolean;
}

const undoMs = 8000;

/** Takes rows out of the list at a path. For a while it says so, and the last one can come back. */
export function useRemoved(path: string): {
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
    focusNow(`${path}.${index}`);
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
          <p className="message">
            <Typed text={t("field.removed", { text: isolatedAlways(removed.name) })} />
            <button type="button" className="btn btn-quiet -my-2 min-h-0" onClick={() => undo(removed)}>
              <Undo2 aria-hidden="true" />
              {t("waysOut.undo")}
            </button>
          </p>
        )}
      </div>
    ),
  };
}
