import { useId, useRef, useState, type FormEvent } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { limits } from "#lead/limits.ts";
import type { AddedNote } from "#lead/submission/staffAnswers.ts";
import { refusalOf } from "../../browser/api.ts";
import { forget, keep, recall } from "../../browser/device.ts";
import { newId } from "../../browser/newId.ts";
import { useNotes, type SettledNote } from "./useLead.ts";
import { Box, TextArea } from "../../ui/TextBox.tsx";

interface Props {
  readonly id: string;
  readonly notes: readonly AddedNote[];
}

interface Draft {
  /** Made once: the same note sent twice is one note. */
  readonly id: string;
  readonly text: string;
}

/** A form that adds a note to a saved lead. This device keeps the text until the proxy has it. */
export function AddNote({ id, notes }: Props) {
  const t = useTranslations("lead.note");
  const box = useId();
  const key = `note:${id}`;
  const [draft, setDraft] = useState<Draft>(() => recall<Draft>(key) ?? { id: newId(), text: "" });
  /** What the box holds when the proxy answers. */
  const latest = useRef(draft);
  const [isEmpty, setEmpty] = useState(false);
  const [isLater, setLater] = useState(false);
  const { mutate, isPending, error, isError } = useNotes(id);
  const text = draft.text.trim();
  const over = text.length - limits.note;
  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
    if (next.text === "") forget(key);
    else keep(key, next);
  };
  const type = (typed: string) => {
    setEmpty(false);
    show({ ...latest.current, text: typed });
  };
  /** The proxy has the note with the text `had`. Words that were typed later stay in the box, for another note. */
  const keepLater = (had: string | undefined) => {
    const { text: now } = latest.current;
    const hasMore = now.trim() !== "" && now.trim() !== had;
    show({ id: newId(), text: hasMore ? now : "" });
    setLater(hasMore);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text === "");
    setLater(false);
    // Its description says why.
    if (over > 0) document.getElementById(box)?.focus();
    if (text === "" || over > 0 || isPending) return;
    mutate(
      { id: draft.id, text },
      {
        onSuccess: () => keepLater(text),
        onError: (failure) => {
          if (refusalOf(failure)?.type === "/problems/note-differs") keepLater(undefined);
        },
      },
    );
  };
  const problem = isEmpty
    ? t("empty")
    : over > 0
      ? t("long", { over })
      : isLater
        ? t("later")
        : isError && t(refusalOf(error) ? "notTaken" : "failed");
  return (
    <section className="card grid gap-3 px-5 py-4" aria-labelledby={`${box}-title`}>
      <h2 id={`${box}-title`} className="text-2xl">
        {t("title")}
      </h2>
      <ul className="grid gap-3 empty:hidden">
        {notes.map((note) => (
          <Added key={note.id} note={note} onSettle={(action) => mutate({ note: note.id, action })} />
        ))}
      </ul>
      <form className="grid gap-3" onSubmit={add} noValidate>
        <div className="field">
          <label className="label" htmlFor={box}>
            {t("label")}
          </label>
          <p id={`${box}-hint`} className="text-sm text-ink-3">
            {t("hint")}
          </p>
          <Box>
            <TextArea
              autoComplete="off"
              id={box}
              rows={3}
              value={draft.text}
              aria-invalid={Boolean(problem) || undefined}
              aria-describedby={`${box}-hint ${box}-problem`}
              onChange={({ target }) => type(target.value)}
            />
          </Box>
          {/* What changes with each key is no alert: it describes the box. */}
          <p id={`${box}-problem`} role={over > 0 ? undefined : "alert"} className="text-sm text-over">
            {problem}
          </p>
        </div>
        <button type="submit" className="btn btn-primary justify-self-start">
          {t("add")}
        </button>
      </form>
    </section>
  );
}

const looks = { waiting: "text-warn", unknown: "text-warn", posted: "text-ok", refused: "text-over" } as const;

interface AddedProps {
  readonly note: AddedNote;
  readonly onSettle: (action: SettledNote["action"]) => void;
}

function Added({ note, onSettle }: AddedProps) {
  const t = useTranslations("lead.note");
  const format = useFormatter();
  return (
    <li className="border-s-2 border-line ps-3">
      <p className="whitespace-pre-line wrap-anywhere">
        <bdi>{note.text}</bdi>
      </p>
      <p role="status" className="flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
        {format.dateTime(new Date(note.at), { dateStyle: "medium", timeStyle: "short" })}
        <span className={looks[note.status]}>{t(note.status)}</span>
        {note.status === "refused" &&
          (["in-crm", "send-again"] as const).map((action) => (
            <button key={action} type="button" className="btn btn-quiet" onClick={() => onSettle(action)}>
              {t(action)}
            </button>
          ))}
      </p>
    </li>
  );
}
