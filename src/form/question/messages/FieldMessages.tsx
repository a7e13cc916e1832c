import type { Field } from "#lead/field.ts";
import { keyOf } from "#lead/questions.ts";
import { Issue } from "./Issue.tsx";
import { offersByKey, offersByKind } from "./offers.ts";
import { TooLong } from "./TooLong.tsx";
import { SameAs } from "./SameAs.tsx";
import { useIssue } from "../answers/useIssue.ts";

/** The messages below an answer or a row: the error, what Lofty would keep, offers, and a repeated answer. */
export function FieldMessages({ path, field }: { readonly path: string; readonly field: Field }) {
  const isWrong = useIssue(path) !== undefined;
  const [, list, row] = /^(.*)\.(\d+)$/.exec(path) ?? [];
  const isOne = row !== undefined || !field.many;
  const offers = isOne ? [...(offersByKey[keyOf(path)] ?? []), ...(offersByKind[field.kind] ?? [])] : [];
  return (
    <>
      <Issue path={path} />
      {isOne && field.limit !== undefined && <TooLong path={path} limit={field.limit} hasMessage={isWrong} />}
      {offers.map((Offer, index) => (
        <Offer key={index} path={path} />
      ))}
      {list !== undefined && Number(row) > 0 && <SameAs list={list} index={Number(row)} />}
    </>
  );
}
