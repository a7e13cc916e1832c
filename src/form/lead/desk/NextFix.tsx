import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Issue } from "#lead/issue.ts";
import { useIssueText } from "../../question/messages/useIssueText.ts";
import type { LeadInHand } from "../draft/leadInHand.ts";
import { useIssues } from "../draft/useIssues.ts";
import type { Step } from "../draft/steps.ts";
import { Typed } from "../../ui/Typed.tsx";

interface Props {
  readonly steps: readonly Step[];
  readonly lead: LeadInHand;
}

/** The number of issues, and a button that opens the first one. */
export function NextFix({ steps, lead }: Props) {
  const t = useTranslations("step");
  const issues = useIssues(steps);
  const [first] = issues;
  if (!first) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm text-over">
      <TriangleAlert aria-hidden="true" />
      <b className="font-semibold">{t("toFix", { count: issues.length })}</b>
      <Link issue={first} onOpen={() => lead.open(first.path)} />
    </span>
  );
}

function Link({ issue, onOpen }: { readonly issue: Issue; readonly onOpen: () => void }) {
  const text = useIssueText(issue);
  return (
    <button type="button" className="min-h-(--tap) text-start underline" onClick={onOpen}>
      <Typed text={text} />
    </button>
  );
}
