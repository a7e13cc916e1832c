import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { emailKey } from "#lead/email.ts";
import { normalise } from "#lead/normalise.ts";
import { questionAt } from "#lead/questions.ts";
import { useFieldWords } from "../answers/useFieldWords.ts";
import { useInSentence } from "../../words/useInSentence.ts";
import { Message } from "../../ui/Message.tsx";

const meaning = (text: unknown, isEmails: boolean) => {
  if (typeof text !== "string") return "";
  return isEmails
    ? emailKey(text)
    : normalise(text, "phone")
        .replace(/[\s().-]/g, "")
        .toLowerCase();
};

/** A warning at a row that repeats an earlier row. */
export function SameAs({ list, index }: { readonly list: string; readonly index: number }) {
  const t = useTranslations("offers");
  const inSentence = useInSentence();
  const isEmails = questionAt(list)?.kind === "email";
  const first = useWatch({
    name: list,
    compute: (rows: unknown) => {
      const said = Array.isArray(rows) ? rows.map((row) => meaning(row, isEmails)) : [];
      return said[index] ? said.indexOf(said[index]) : index;
    },
  });
  const { label } = useFieldWords(`${list}.${Math.max(0, first)}`);
  if (first < 0 || first >= index) return null;
  return (
    <Message tone="warn" role="status">
      {t("sameAs", { label: inSentence(label) })}
    </Message>
  );
}
