import { Message } from "../field/Message.tsx";
import { useIssue } from "../field/useIssue.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { idOf } from "./control.ts";

/** What is wrong with one word of a set. */
export function TokenIssue({ path }: { readonly path: string }) {
  const words = useFieldWords(path);
  const problem = useIssue(path);
  return problem ? <Message id={idOf(path)} text={words.issue(problem)} /> : null;
}
