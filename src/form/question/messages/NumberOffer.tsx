import { useFormContext } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import type { Kind } from "#lead/kinds.ts";
import { questionAt } from "#lead/questions.ts";
import { formatNumber, likelyNumbers } from "../answers/numbers.ts";
import { useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";
import { Message } from "../../ui/Message.tsx";

interface Props {
  readonly path: string;
  /** The kind of the answer, for one of the office's own questions. */
  readonly kind?: Kind;
}

/** Offers the numbers that a text such as `650.000` or `2½` probably means. */
export function NumberOffer({ path, kind = questionAt(path)?.kind ?? "number" }: Props) {
  const t = useTranslations("offers");
  const locale = useLocale();
  const { setValue } = useFormContext();
  const typed = useRead(path, (text) => (likelyNumbers(text, locale, kind).length > 0 ? text : ""));
  const likely = likelyNumbers(typed, locale, kind);
  if (likely.length === 0) return null;
  return (
    <Message hasButton role="status">
      {likely.map((number) => (
        <FixButton key={number} path={path} onTake={() => setValue(path, number)}>
          {t("useNumber", { number: formatNumber(number, locale) })}
        </FixButton>
      ))}
    </Message>
  );
}
