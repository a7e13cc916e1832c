import type { Field } from "#lead/field.ts";
import { idOf } from "../controls/control.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Message } from "./Message.tsx";
import { offersByKind } from "./offers.ts";
import { Over } from "./Over.tsx";
import { SameAs } from "./SameAs.tsx";
import { useIssue } from "./useIssue.ts";

/** What is said below one row of a list: what Lofty would keep, help, repetition, and what is wrong. */
export function RowIssue({ path, field }: { readonly path: string; readonly field: Field }) {
  const words = useFieldWords(path);
  const problem = useIssue(path);
  const Offer = offersByKind[field.kind];
  const at = path.lastIndexOf(".");
  return (
    <>
      {field.limit !== undefined && <Over path={path} limit={field.limit} />}
      {Offer && <Offer path={path} />}
      <SameAs list={path.slice(0, at)} index={Number(path.slice(at + 1))} />
      {problem && <Message id={idOf(path)} text={words.issue(problem)} />}
    </>
  );
}
