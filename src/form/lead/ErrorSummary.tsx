import { CircleAlert } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import type { Issue } from "#lead/issue.ts";
import { keyOf } from "#lead/questions.ts";
import { idOf } from "../question/answers/control.ts";
import { useIssueText } from "../question/messages/useIssueText.ts";
import type { Step } from "./draft/steps.ts";
import { issuesInSteps } from "./draft/issuesInSteps.ts";
import { Typed } from "../ui/Typed.tsx";

interface Props {
  readonly steps: readonly Step[];
  /** The number of presses on Continue or Save that found issues. Each new one moves the focus here. */
  readonly attempt: number;
  readonly onOpen: (path: string) => void;
}

/**
 * The issues found at the last press, in the words of the fields, each with a link to its answer. A fixed issue is
 * struck out, and removed when its box loses the focus: nothing moves above the box while somebody types.
 */
export function ErrorSummary({ steps, attempt, onOpen }: Props) {
  const t = useTranslations("summary");
  const { errors } = useFormState();
  const now = issuesInSteps(errors, steps);
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
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="mb-4 flex scroll-mt-24 gap-[.7rem] rounded-card border border-over-line bg-over-tint p-3.5 text-(length:--field-text) leading-[1.42]"
      aria-labelledby="summary-title"
    >
      <CircleAlert aria-hidden="true" className="mt-[.05em] text-over" />
      <div>
        <h2 id="summary-title" className="font-ui text-[1.125em] leading-[1.3] font-[640] tracking-normal normal-nums">
          {t("title", { count: issues.filter(isWrong).length || issues.length })}
        </h2>
        <ul className="mt-1">
          {issues.map((issue) => (
            <Line key={issue.path} issue={issue} mended={!isWrong(issue)} onOpen={onOpen} />
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Finds an issue again after its row has moved. */
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
        className="inline-flex min-h-(--tap) items-center py-[.2rem] text-[length:max(.9375rem,var(--label))] leading-[1.35] font-semibold text-over"
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
