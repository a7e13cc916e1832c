import { NotebookPen, Undo2 } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useFieldWords } from "../words/useFieldWords.ts";
import { idOf } from "../controls/control.ts";
import { shorten } from "./shorten.ts";

interface Before {
  readonly answer: string;
  readonly note: string;
}

/** Staff may keep a text that is too long: its short form in the field, the whole of it in the note. Undone with a touch. */
export function WaysOut({
  path,
  limit,
  over,
}: {
  readonly path: string;
  readonly limit: number;
  readonly over: boolean;
}) {
  const t = useTranslations("waysOut");
  const { label } = useFieldWords(path);
  const { getValues, setValue, trigger } = useFormContext();
  const [before, setBefore] = useState<Before>();
  const put = (answer: string, note: string) => {
    setValue(path, answer);
    setValue("content", note);
    void trigger(path);
    document.getElementById(idOf(path))?.focus();
  };
  const keepInNote = () => {
    const answer = String(getValues(path));
    const note = String(getValues("content") ?? "");
    setBefore({ answer, note });
    const line = t("full", { label: label.toLowerCase(), text: answer.trim() });
    put(shorten(answer, limit), note.trim() === "" ? line : `${note.trimEnd()}\n${line}`);
  };
  const undo = () => {
    if (before) put(before.answer, before.note);
    setBefore(undefined);
  };
  if (over)
    return (
      <button type="button" className="btn btn-quiet way-out" onClick={keepInNote}>
        <NotebookPen aria-hidden="true" />
        {t("shorten", { label: label.toLowerCase() })}
      </button>
    );
  if (!before) return null;
  return (
    <p className="message" role="status">
      {t("kept")}
      <button type="button" className="btn btn-quiet way-out" onClick={undo}>
        <Undo2 aria-hidden="true" />
        {t("undo")}
      </button>
    </p>
  );
}
