import { useFormContext, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { mostAnswers } from "#lead/field.ts";
import type { Kind } from "#lead/kinds.ts";
import type { Issue } from "#lead/issue.ts";
import { limits } from "#lead/limits.ts";
import { fieldIn } from "#lead/station/fieldIn.ts";
import { keyOf, questionAt } from "#lead/questions.ts";
import { valueAt } from "#lead/valueAt.ts";
import { attributeKinds, type AttributeRow } from "../answers/attributeRow.ts";
import { closedKinds } from "../answers/choices.ts";
import { useStation } from "../../station/useStation.ts";
import { issuesOf } from "./issuesOf.ts";
import { useAttributeWords } from "../answers/useAttributeWords.ts";
import { useWordsOf, type Lookup } from "../answers/useFieldWords.ts";
import { isolatedAlways } from "#lead/characters.ts";

/** The largest number that each kind accepts. */
const most: Partial<Record<Kind, number>> = { money: limits.money, integer: limits.int32, atLeast: limits.int32 };

/** Kinds that are answered by choosing, not by typing. */
const chosen: ReadonlySet<Kind> = new Set<Kind>(["choice", "pick", "yesNo", "atLeast", "atLeastText"]);

/** The error message of an issue, the same everywhere. If several messages would be equal, each starts with its row. */
export function useIssueText({ path, code }: Issue): string {
  const t = useTranslations() as unknown as Lookup;
  const wordsOf = useWordsOf();
  const { getValues } = useFormContext();
  const { errors } = useFormState();
  const words = wordsOf(path);
  const station = useStation();
  const found = questionAt(path);
  const field = found && fieldIn(station, found);
  const attributeWordsOf = useAttributeWords();
  const own = ownQuestion(path, getValues());
  const kind = own?.kind ?? field?.kind;
  const values = {
    label:
      (own && isolatedAlways(attributeWordsOf(own.name).name)) ??
      (/\.\d+$/.test(path) && !isNumbered(path, getValues()) ? words.one : words.label),
    limit: code === "too-many" ? field && mostAnswers(field, true) : field?.limit,
    most: own ? undefined : kind && most[kind],
  };
  const better = [
    code === "required" && `fieldIssues.${keyOf(path)}`,
    code === "required" && kind && chosen.has(kind) && "issues.not-an-option",
    code === "not-an-option" && kind && closedKinds.has(kind) && "issues.pick-one",
    code === "format" && values.most !== undefined && "issues.range",
    (code === "format" || code === "wrong-type") && `kindIssues.${kind}`,
  ].find((id) => id && t.has(id));
  const text = t(better || `issues.${code}`, values);
  const name = nameOf(path);
  const reads = (issue: Issue) => issue.code === code && nameOf(issue.path) === name;
  if (own || issuesOf(errors).filter(reads).length < 2) return text;
  const rows = rowsOf(path)
    .map((row) => wordsOf(row).label)
    .filter((row) => !text.startsWith(row));
  return rows.length > 0 ? `${rows.join(", ")}: ${text}` : text;
}

/**
 * Returns `emails` for `leadFamilyMemberList.0.emails.1`: fields with the same name have the same message in every
 * list.
 */
const nameOf = (path: string) => keyOf(path).replace(/^.*_/, "");

/** Whether a row needs its number: "Phone" if it is the only one, else "Phone 2". Tags have no numbers. */
function isNumbered(path: string, draft: object): boolean {
  const list = /^(.*)\.\d+$/.exec(path)?.[1];
  const rows = list === undefined || questionAt(path)?.kind === "token" ? undefined : valueAt(draft, list);
  return Array.isArray(rows) && rows.filter(Boolean).length > 1;
}

/** The rows on a path: `a.0` and `a.0.b.1` for `a.0.b.1.c`. */
const rowsOf = (path: string) =>
  [...path.matchAll(/\.\d+(?=\.|$)/g)].map(({ 0: at, index }) => path.slice(0, index + at.length));

/** The office's own question, if the path is the value of a custom attribute. */
function ownQuestion(path: string, draft: object): { readonly name: string; readonly kind: Kind } | undefined {
  if (keyOf(path) !== "customAttributeList_value") return undefined;
  const { attributeName, attributeType } = (valueAt(draft, path.replace(/\.value$/, "")) ?? {}) as AttributeRow;
  return attributeName && attributeType ? { name: attributeName, kind: attributeKinds[attributeType] } : undefined;
}
