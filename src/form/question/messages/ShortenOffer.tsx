import { NotebookPen } from "lucide-react";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Typed } from "../../ui/Typed.tsx";
import { useFieldWords } from "../answers/useFieldWords.ts";
import { KeptInNote } from "./KeptInNote.tsx";
import { useNote } from "./useNote.ts";
import { textOf, useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";
import { useInSentence } from "../../words/useInSentence.ts";

interface Props {
  readonly path: string;
  /** The short form of the answer. Undefined if none is needed. */
  readonly short: string | undefined;
  readonly offer: string;
}

interface Shortened {
  readonly full: string;
  readonly short: string;
  /** The line that the note got. */
  readonly line: string;
}

/** Lets staff shorten an answer: the short form goes into the field, the full text into the note. With Undo. */
export function ShortenOffer({ path, short, offer }: Props) {
  const t = useTranslations("waysOut");
  const inSentence = useInSentence();
  const { one } = useFieldWords(path);
  const { getValues, setValue } = useFormContext();
  const note = useNote();
  const [done, setDone] = useState<Shortened>();
  const isShort = useRead(path, (answer) => answer === done?.short);
  const shorten = (to: string) => {
    const full = textOf(getValues(path));
    const line = t("full", { label: inSentence(one), text: full.trim() });
    setDone({ full, short: to, line });
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
      <FixButton path={path} onTake={() => shorten(short)}>
        <NotebookPen aria-hidden="true" />
        <Typed text={offer} />
      </FixButton>
    );
  return done && isShort ? <KeptInNote path={path} onUndo={() => undo(done)} /> : null;
}
