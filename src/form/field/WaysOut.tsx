import { NotebookPen, Undo2 } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useFieldWords } from "../words/useFieldWords.ts";
import { shorten } from "./shorten.ts";
import { WayOut } from "./WayOut.tsx";

interface Props {
  readonly path: string;
  readonly limit: number;
  readonly answer: string;
  readonly over: boolean;
}

interface Shortened {
  readonly full: string;
  readonly short: string;
  /** What the note got. */
  readonly line: string;
}

/** Staff may keep a text that is too long: its short form in the field, the whole of it in the note. Undone with a touch. */
export function WaysOut({ path, limit, answer, over }: Props) {
  const t = useTranslations("waysOut");
  const { label } = useFieldWords(path);
  const { getValues, setValue } = useFormContext();
  const [done, setDone] = useState<Shortened>();
  const note = () => String(getValues("content") ?? "");
  const keepInNote = () => {
    const line = t("full", { label: label.toLowerCase(), text: answer.trim() });
    const short = shorten(answer, limit);
    setDone({ full: answer, short, line });
    setValue(path, short);
    setValue("content", [note().trimEnd(), line].filter(Boolean).join("\n"));
  };
  // What was typed into the note since stays there.
  const undo = ({ full, line }: Shortened) => {
    setValue(path, full);
    setValue("content", note() === line ? "" : note().replace(`\n${line}`, "").replace(`${line}\n`, ""));
    setDone(undefined);
  };
  if (over)
    return (
      <WayOut path={path} onTake={keepInNote}>
        <NotebookPen aria-hidden="true" />
        {t("shorten", { label: label.toLowerCase() })}
      </WayOut>
    );
  if (answer !== done?.short) return null;
  return (
    <p className="message" role="status">
      {t("kept")}
      <WayOut path={path} onTake={() => undo(done)}>
        <Undo2 aria-hidden="true" />
        {t("undo")}
      </WayOut>
    </p>
  );
}
