import { CircleAlert } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Issue } from "#lead/issue.ts";
import { keyOf } from "#lead/questions.ts";
import { idOf } from "../controls/control.ts";
import { useIssueText } from "../field/useIssueText.ts";
import type { Step } from "../steps.ts";
import { issuesOf } from "./issuesOf.ts";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly steps: readonly Step[];
  /** Counts the attempts to go on; each failed one brings the focus here. */
  readonly attempt: number;
  readonly onOpen: (path: string) => void;
}

/**
 * What was wrong at the last press, in the words of the fields, each a link to its answer. A mended one is struck out,
 * and leaves once its box is left: nothing comes and goes above what is being typed.
 */
export function ErrorSummary({ steps, attempt, onOpen }: Props) {
  const t = useTranslations("summary");
  const { errors } = useFormState();
  const now = issuesOf(errors, steps);
  const isWrong = ({ path }: Issue) => now.some((issue) => issue.path === path);
  const [listed, setListed] = useState({ attempt, issues: now });
  if (listed.attempt !== attempt) setListed({ attempt, issues: now });
  const issues = listed.issues.map((issue) => (isWrong(issue) ? issue : (movedTo(issue, now, listed.issues) ?? issue)));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  const settle = useEffectEvent(() => setListed({ attempt, issues: issues.filter(isWrong) }));
  useEffect(() => {
    const left = () => settle();
    document.addEventListener("focusout", left);
    return () => document.removeEventListener("focusout", left);
  }, []);
  if (attempt === 0 || issues.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="note note-over summary" aria-labelledby="summary-title">
      <CircleAlert aria-hidden="true" />
      <div>
        <h2 id="summary-title">{t("title", { count: issues.filter(isWrong).length || issues.length })}</h2>
        <ul>
          {issues.map((issue) => (
            <Line key={issue.path} issue={issue} mended={!isWrong(issue)} onOpen={onOpen} />
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Where an issue went whose row moved. */
const movedTo = ({ path, code }: Issue, now: readonly Issue[], listed: readonly Issue[]): Issue | undefined =>
  now.find(
    (issue) =>
      issue.code === code &&
      keyOf(issue.path) === keyOf(path) &&
      listed.every((other) => other.path !== issue.path || other.code !== issue.code),
  );

interface LineProps {
  readonly issue: Issue;
  readonly mended: boolean;
  readonly onOpen: (path: string) => void;
}

function Line({ issue, mended, onOpen }: LineProps) {
  const text = useIssueText(issue);
  return (
    <li className={mended ? "line-through" : ""}>
      <a
        href={`#${idOf(issue.path)}`}
        onClick={(event) => {
          event.preventDefault();
          onOpen(issue.path);
        }}
      >
        <Typed text={text} />
      </a>
    </li>
  );
}
