import type { Issue as IssueData } from "#lead/issue.ts";
import { idOf } from "../controls/control.ts";
import { Message } from "./Message.tsx";
import { useIssue } from "./useIssue.ts";
import { useIssueText } from "./useIssueText.ts";

/** What is wrong with the answer at a path, if it was judged and found so. */
export function Issue({ path }: { readonly path: string }) {
  const code = useIssue(path);
  return code ? <Told path={path} code={code} /> : null;
}

function Told(issue: IssueData) {
  return <Message id={idOf(issue.path)} text={useIssueText(issue)} />;
}
