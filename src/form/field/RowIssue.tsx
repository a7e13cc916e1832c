import { CircleAlert } from "lucide-react";
import { idOf } from "../controls/control.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Over } from "./Over.tsx";
import { useIssue } from "./useIssue.ts";

/** The messages of one row of a list: what is wrong with it, and what Lofty would keep. */
export function RowIssue({ path, limit }: { readonly path: string; readonly limit: number | undefined }) {
  const words = useFieldWords(path);
  const problem = useIssue(path);
  return (
    <>
      {limit !== undefined && <Over path={path} limit={limit} />}
      {problem && (
        <p className="message message-over" id={`${idOf(path)}-error`}>
          <CircleAlert aria-hidden="true" />
          {words.issue(problem)}
        </p>
      )}
    </>
  );
}
