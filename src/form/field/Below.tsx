import type { Field } from "#lead/field.ts";
import { keyOf } from "#lead/questions.ts";
import { idOf } from "../controls/control.ts";
import { useFieldWords } from "../words/useFieldWords.ts";
import { Message } from "./Message.tsx";
import { offersByKey, offersByKind } from "./offers.ts";
import { Over } from "./Over.tsx";
import { SameAs } from "./SameAs.tsx";
import { useIssue } from "./useIssue.ts";

/** What is said below an answer or a row of a list: what Lofty would keep, help, repetition, and what is wrong. */
export function Below({ path, field }: { readonly path: string; readonly field: Field }) {
  const words = useFieldWords(path);
  const problem = useIssue(path);
  const [, list, row] = /^(.*)\.(\d+)$/.exec(path) ?? [];
  const isOne = row !== undefined || !field.many;
  const Offer = isOne ? (offersByKey[keyOf(path)] ?? offersByKind[field.kind]) : undefined;
  return (
    <>
      {problem && <Message id={idOf(path)} text={words.issue(problem)} />}
      {isOne && field.limit !== undefined && <Over path={path} limit={field.limit} told={problem !== undefined} />}
      {Offer && <Offer path={path} />}
      {list !== undefined && <SameAs list={list} index={Number(row)} />}
    </>
  );
}
