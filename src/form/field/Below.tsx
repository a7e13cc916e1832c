import type { Field } from "#lead/field.ts";
import { keyOf } from "#lead/questions.ts";
import { Issue } from "./Issue.tsx";
import { offersByKey, offersByKind } from "./offers.ts";
import { Over } from "./Over.tsx";
import { SameAs } from "./SameAs.tsx";
import { useIssue } from "./useIssue.ts";

/** What is said below an answer or a row of a list: what Lofty would keep, help, repetition, and what is wrong. */
export function Below({ path, field }: { readonly path: string; readonly field: Field }) {
  const isWrong = useIssue(path) !== undefined;
  const [, list, row] = /^(.*)\.(\d+)$/.exec(path) ?? [];
  const isOne = row !== undefined || !field.many;
  const offers = isOne ? [...(offersByKey[keyOf(path)] ?? []), ...(offersByKind[field.kind] ?? [])] : [];
  return (
    <>
      <Issue path={path} />
      {isOne && field.limit !== undefined && <Over path={path} limit={field.limit} told={isWrong} />}
      {offers.map((Offer, index) => (
        <Offer key={index} path={path} />
      ))}
      {list !== undefined && <SameAs list={list} index={Number(row)} />}
    </>
  );
}
