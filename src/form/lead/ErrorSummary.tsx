import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Issue } from "#lead/issue.ts";
import { idOf } from "../controls/control.ts";
import { useIssueText } from "../field/useIssueText.ts";
import type { Step } from "../steps.ts";
import { issuesOf } from "./issuesOf.ts";

interface Props {
  readonly steps: readonly Step[];
  /** Counts the attempts to go on; each failed one brings the focus here. */
  readonly attempt: number;
  readonly onOpen: (path: string) => void;
}

/** What is wrong, in the words of the fields, each a link to its answer. It shrinks as answers are mended. */
export function ErrorSummary({ steps, attempt, onOpen }: Props) {
  const t = useTranslations("summary");
  const { errors } = useFormState();
  const issues = issuesOf(errors, steps);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (attempt === 0 || issues.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="note note-over summary" aria-labelledby="summary-title">
      <CircleAlert aria-hidden="true" />
      <div>
        <h2 id="summary-title">{t("title", { count: issues.length })}</h2>
        <ul>
          {issues.map((issue) => (
            <Line key={issue.path} issue={issue} onOpen={onOpen} />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Line({ issue, onOpen }: { readonly issue: Issue; readonly onOpen: (path: string) => void }) {
  const text = useIssueText(issue);
  return (
    <li>
      <a
        href={`#${idOf(issue.path)}`}
        onClick={(event) => {
          event.preventDefault();
          onOpen(issue.path);
        }}
      >
        {text}
      </a>
    </li>
  );
}
