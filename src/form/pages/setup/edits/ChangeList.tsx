import { ArrowRight } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { useFocusAfter } from "../../../browser/useFocusAfter.ts";
import type { Change } from "./changes.ts";
import { useChangeWords } from "./useChangeWords.ts";

interface Props {
  readonly id: "setup-changes" | "setup-theirs";
  readonly title: string;
  readonly changes: readonly Change[];
  /** Without it the changes are somebody else's. */
  readonly onUndo?: (change: Change) => void;
}

/** The differences between two versions of a station, in words, by section. Own changes have an Undo each. */
export function ChangeList({ id, title, changes, onUndo }: Props) {
  const t = useTranslations("setup");
  if (changes.length === 0) return null;
  const sections = [...new Set(changes.map(({ section }) => section))];
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} tabIndex={-1} className="scroll-mt-6 text-xl">
        {title}
      </h2>
      <div className="card px-4 py-1">
        {sections.map((name) => (
          <section key={name} aria-labelledby={`${id}-${name}`} className="border-line not-first:border-t">
            <h3 id={`${id}-${name}`} className="pt-2.5 text-sm font-semibold text-ink-3">
              {t(`titles.${name}`)}
            </h3>
            <ul>
              {changes
                .filter(({ section }) => section === name)
                .map((change) => (
                  <ChangeLine key={change.path} change={change} onUndo={onUndo && (() => onUndo(change))} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

interface LineProps {
  readonly change: Change;
  readonly onUndo: (() => void) | undefined;
}

function ChangeLine({ change, onUndo }: LineProps) {
  const t = useTranslations("setup.changed");
  const id = useId();
  const { label, was, is } = useChangeWords()(change);
  const undo = useFocusAfter<HTMLButtonElement>(nextUndo);
  return (
    <li className="flex items-center gap-3">
      <p id={id} className="min-w-0 flex-1 py-1.5 text-sm wrap-anywhere">
        <bdi>{label}</bdi>
        {label.endsWith("?") ? " " : ": "}
        {was !== "" && (
          <>
            <s className="text-ink-3">
              <Value change={change} value={change.was} text={was} />
            </s>{" "}
            <ArrowRight aria-label={t("becomes")} className="mb-0.5 inline size-4 text-ink-3" />{" "}
          </>
        )}
        <b className="font-semibold">
          <Value change={change} value={change.is} text={is} />
        </b>
      </p>
      {onUndo && (
        <button
          ref={undo}
          type="button"
          className="btn btn-quiet -me-3 min-h-(--tap) text-sm"
          aria-describedby={id}
          onClick={onUndo}
        >
          {t("undo")}
        </button>
      )}
    </li>
  );
}

interface ValueProps {
  readonly change: Change;
  readonly value: unknown;
  readonly text: string;
}

/** A value in words. A color shows itself too. */
function Value({ change: { path }, value, text }: ValueProps) {
  const isColour = path === "brand.colour" && /^#[\da-f]{6}$/i.test(String(value));
  return (
    <>
      {isColour && (
        <span
          aria-hidden="true"
          className="mt-1 me-2 inline-block size-3.5 rounded-full border border-control align-top"
          style={{ background: String(value) }}
        />
      )}
      <bdi>{text}</bdi>
    </>
  );
}

/** Where the focus goes when a line is gone: to the Undo that is first now, else to the page's buttons. */
const nextUndo = () =>
  document.querySelector<HTMLElement>("#setup-changes ~ * button") ??
  document.querySelector<HTMLElement>("main button[type=submit]");
