import { ChevronDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import type { Field } from "#lead/field.ts";
import { isAnswered } from "#lead/tidy.ts";
import { onFocusUndrawn } from "../../question/answers/focusSoon.ts";
import { isAmong } from "../draft/steps.ts";
import { useWordsOf } from "../../question/answers/useFieldWords.ts";
import { Fields } from "./Fields.tsx";

interface Props {
  readonly title: string;
  readonly fields: readonly Field[];
}

/**
 * Fields in a closed fold whose title lists their names. They are rendered when the fold is opened, or at once if one
 * of them has an answer or an error.
 */
export function Fold({ title, fields }: Props) {
  const fold = useRef<HTMLDetailsElement>(null);
  // A fold on the proxy's first screen can be opened before the app is loaded.
  const [isOpened, setOpened] = useState(import.meta.env.SSR);
  const isDrawn = useIsInUse(fields) || isOpened;
  useEffect(
    () =>
      onFocusUndrawn((path) => {
        if (!isAmong(fields, path)) return;
        setOpened(true);
        if (fold.current) fold.current.open = true;
      }),
    [fields],
  );
  // The toggle event comes later than the click, but it comes however the fold was opened.
  const open = () => setOpened(true);
  if (fields.length === 0) return null;
  return (
    <details
      ref={fold}
      className="group border-y border-line [div+&]:mt-(--gap) in-[aside]:[div+&]:mt-2"
      onToggle={open}
    >
      <summary
        className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-3 py-2 text-md font-semibold"
        onClick={open}
      >
        <span>
          {title}
          <small className="mt-0.5 block text-sm font-normal text-ink-3">
            <Labels fields={fields} />
          </small>
        </span>
        <ChevronDown aria-hidden="true" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="pb-5">{isDrawn && <Fields fields={fields} />}</div>
    </details>
  );
}

/** Whether one of the fields had an answer or an error at the first render. */
function useIsInUse(fields: readonly Field[]): boolean {
  const { getErrors, getValues } = useFormContext();
  const [isInUse] = useState(() =>
    fields.some(({ path }) => getErrors(path) !== undefined || isAnswered(getValues(path))),
  );
  return isInUse;
}

function Labels({ fields }: { readonly fields: readonly Field[] }) {
  const wordsOf = useWordsOf();
  return fields.map(({ path }) => wordsOf(path).label.replace(/\?$/, "")).join(", ");
}
