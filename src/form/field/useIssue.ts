import { useFormState } from "react-hook-form";
import type { IssueCode } from "#lead/issue.ts";
import { valueAt } from "#lead/valueAt.ts";

/** What is wrong with the answer at exactly this path, if it was judged. */
export function useIssue(path: string): IssueCode | undefined {
  const { errors } = useFormState({ name: path, exact: true });
  // A list and its rows may both be wrong: the resolver then keeps what is wrong with the list under `root`.
  const message = valueAt(errors, `${path}.message`) ?? valueAt(errors, `${path}.root.message`);
  return typeof message === "string" ? (message as IssueCode) : undefined;
}
