import { ChevronDown } from "lucide-react";
import type { Field } from "#lead/field.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Fields } from "./StepFields.tsx";

interface Props {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** Fields that stay folded until somebody wants them, named so that nobody has to guess. */
export function Fold({ title, fields }: Props) {
  if (fields.length === 0) return null;
  return (
    <details className="group fold">
      <summary className="flex min-h-14 cursor-pointer list-none items-center justify-between gap-3 py-2 text-md font-semibold">
        <span>
          {title}
          <small className="mt-0.5 block text-sm font-normal text-ink-3">
            {fields.map(({ path }, index) => (
              <Label key={path} path={path} comma={index < fields.length - 1} />
            ))}
          </small>
        </span>
        <ChevronDown aria-hidden="true" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="pb-5">
        <Fields fields={fields} />
      </div>
    </details>
  );
}

function Label({ path, comma }: { readonly path: string; readonly comma: boolean }) {
  const { label } = useFieldWords(path);
  return `${label.replace(/\?$/, "")}${comma ? ", " : ""}`;
}
