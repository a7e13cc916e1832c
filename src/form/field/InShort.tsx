import { NotebookPen } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useFieldWords } from "../words/useFieldWords.ts";
import { KeptInNote } from "./KeptInNote.tsx";
import { useNote } from "./useNote.ts";
import { WayOut } from "./WayOut.tsx";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly path: string;
  readonly answer: string;
  /** What the answer can be in short; none where it stands as it is. */
  readonly short: string | undefined;
  readonly offer: string;
}

interface Shortened {
  readonly full: string;
  readonly short: string;
  /** What the note got. */
  readonly line: string;
}

/** Staff may shorten an answer: its short form in the field, the whole of it in the note. Undone with a touch. */
export function InShort({ path, answer, short, offer }: Props) {
  const t = useTranslations("waysOut");
  const { one } = useFieldWords(path);
  const { setValue } = useFormContext();
  const note = useNote();
  const [done, setDone] = useState<Shortened>();
  const shorten = (to: string) => {
    const line = t("full", { label: one.toLowerCase(), text: answer.trim() });
    setDone({ full: answer, short: to, line });
    setValue(path, to);
    note.add(line);
  };
  const undo = ({ full, line }: Shortened) => {
    setValue(path, full);
    note.takeOut(line);
    setDone(undefined);
  };
  if (short !== undefined)
    return (
      <WayOut path={path} onTake={() => shorten(short)}>
        <NotebookPen aria-hidden="true" />
        <Typed text={offer} />
      </WayOut>
    );
  return done && answer === done.short ? <KeptInNote path={path} onUndo={() => undo(done)} /> : null;
}
