import { idOf } from "../controls/control.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Message } from "./Message.tsx";
import { Over } from "./Over.tsx";
import { useIssue } from "./useIssue.ts";

/** The messages of one row of a list: what is wrong with it, and what Lofty would keep. */
export function RowIssue({ path, limit }: { readonly path: string; readonly limit: number | undefined }) {
  const words = useFieldWords(path);
  const problem = useIssue(path);
  return (
    <>
      {limit !== undefined && <Over path={path} limit={limit} />}
      {problem && <Message id={idOf(path)} text={words.issue(problem)} />}
    </>
  );
}
