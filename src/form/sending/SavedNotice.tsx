import { Undo2 } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import type { Submission } from "#lead/submission/submission.ts";
import type { Problem } from "../browser/api.ts";
import { deviceKind } from "../browser/deviceKind.ts";
import { useFocusAfter } from "../browser/useFocusAfter.ts";
import { SignInButton } from "../station/SignInButton.tsx";
import { Note, type NoteLook } from "../ui/Note.tsx";
import { Typed } from "../ui/Typed.tsx";
import { ReceiptActions } from "./ReceiptActions.tsx";
import { Sending } from "./Sending.tsx";
import type { Sent } from "./sent.ts";
import { useUntilTouched } from "./touched.ts";
import { placeIcons, placeOf, useSentWords, type Place } from "./useSentWords.ts";

interface Props {
  readonly id: string;
  readonly body: Submission;
  /** Not shown: a newer lead that needs a person is. */
  readonly isFolded: boolean;
  /** Called when the lead begins or ends to need a person. */
  readonly onNeed: (id: string, needsPerson: boolean) => void;
  /** Opens a refused lead in the form. */
  readonly onFix: (id: string, body: Submission, problem: Problem | undefined) => void;
  /** Opens a lead in the form that is taken back before it is sent. */
  readonly onUndo: (id: string, body: Submission) => void;
}

/** A line with the state of a saved lead, above the form for the next one. */
export function SavedNotice(props: Props) {
  return <Sending id={props.id}>{(sent) => <Line {...props} sent={sent} />}</Sending>;
}

const looks: { readonly [place in Place]?: NoteLook } = {
  memory: "over",
  offline: "warn",
  busy: "warn",
  signedOut: "warn",
  refused: "over",
  needsYou: "over",
  inLofty: "ok",
  confirmed: "ok",
};
const titles: { readonly [place in Place]?: "notSaved" | "onDevice" } = {
  memory: "notSaved",
  refused: "notSaved",
  saved: "onDevice",
  offline: "onDevice",
  busy: "onDevice",
  signedOut: "onDevice",
};

interface UndoProps {
  readonly onUndo: () => void;
  /** Returns the element that gets the focus when the button goes. */
  readonly after: () => HTMLElement | null;
}

/** Disappears when the time is over, although nothing else changes. The lead is sent then, also if it has the focus. */
function UndoUntil({ leftMs, ...undo }: UndoProps & { readonly leftMs: number }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), leftMs);
    return () => clearTimeout(timer);
  }, [leftMs]);
  return !isOver && <Undo {...undo} />;
}

function Undo({ onUndo, after }: UndoProps) {
  const t = useTranslations("saved");
  const button = useFocusAfter<HTMLButtonElement>(after);
  return (
    <button ref={button} type="button" className="btn btn-quiet -my-3 -me-3 min-h-(--tap) shrink-0" onClick={onUndo}>
      <Undo2 aria-hidden="true" />
      {t("undo")}
    </button>
  );
}

function Line({ id, body, sent, isFolded, onNeed, onFix, onUndo }: Props & { readonly sent: Sent }) {
  const t = useTranslations();
  const words = useSentWords();
  const { receipt, problem } = sent;
  const line = useRef<HTMLDivElement>(null);
  const place = placeOf(sent);
  const stays = useUntilTouched(receipt !== undefined && place !== "needsYou");
  const needsPerson = place === "refused" || place === "needsYou";
  // Before the browser paints: the form below must not move down and up again.
  useLayoutEffect(() => {
    onNeed(id, needsPerson);
    return () => onNeed(id, false);
  }, [id, needsPerson, onNeed]);
  if (stays === "gone" || isFolded) return null;
  const Icon = placeIcons[place];
  const look = looks[place] ?? "info";
  // Dashed: it is on this device only.
  const outline = look === "warn" ? "outline-dashed -outline-offset-4 outline-current/40" : "";
  const title = t(`saved.${titles[place] ?? "saved"}`, {
    name: isolatedAlways(String(body.lead["firstName"])),
    device: deviceKind(),
  });
  return (
    <Note
      ref={line}
      tabIndex={-1}
      role="status"
      as="div"
      look={look}
      isBar
      className={`mx-auto min-h-19 w-full max-w-3xl flex-wrap items-center sm:min-h-13 ${outline} ${stays === "hidden" ? "invisible" : ""}`}
    >
      <Icon aria-hidden="true" />
      <span className="flex-1 basis-40 wrap-anywhere">
        <b className="font-semibold">
          <Typed text={title} />
        </b>{" "}
        <span>{words(sent)}</span>{" "}
        {receipt?.leadId !== undefined && (
          <span className="whitespace-nowrap">{t("receipt.lead", { id: receipt.leadId })}</span>
        )}
      </span>
      {sent.undoMs > 0 && <UndoUntil leftMs={sent.undoMs} onUndo={() => onUndo(id, body)} after={() => line.current} />}
      <ReceiptActions sent={sent} onFix={() => onFix(id, body, problem)} />
      <SignInButton isNeeded={sent.need === "sign-in"} look="btn-secondary" after={() => line.current} />
    </Note>
  );
}
