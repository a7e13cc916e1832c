import type { Issue as IssueData } from "#lead/issue.ts";
import { idOf } from "../answers/control.ts";
import { IssueMessage } from "../../ui/Message.tsx";
import { useIssue } from "../answers/useIssue.ts";
import { useIssueText } from "./useIssueText.ts";

/** The error message of the answer at a path, if validation has found an error. */
export function Issue({ path }: { readonly path: string }) {
  const code = useIssue(path);
  return code ? <Told path={path} code={code} /> : null;
}

function Told(issue: IssueData) {
  return <IssueMessage id={idOf(issue.path)} text={useIssueText(issue)} />;
}
