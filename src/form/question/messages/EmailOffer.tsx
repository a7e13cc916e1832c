import { useEffect, useState } from "react";
import { useFormContext, useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { wholeEmail } from "#lead/email.ts";
import { useRead } from "../answers/live.ts";
import { FixButton } from "./FixButton.tsx";
import { isolatedAlways } from "#lead/characters.ts";
import { Message } from "../../ui/Message.tsx";

type Suggest = (email: string) => string | undefined;
let checker: Promise<Suggest> | undefined;
const loadChecker = () =>
  (checker ??= import("@zootools/email-spell-checker").then(
    ({ default: { run } }) =>
      (email) =>
        run({ email })?.full,
  ));

/** Offers a correction of a probable typing error in an email's domain, after the box has lost the focus. */
export function EmailOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const typed = useRead(path, wholeEmail);
  const { touchedFields } = useFormState({ name: path });
  const [suggest, setSuggest] = useState<{ readonly run: Suggest }>();
  const complete = typed !== undefined;
  useEffect(() => {
    if (complete)
      void loadChecker().then(
        (run) => setSuggest({ run }),
        () => undefined,
      );
  }, [complete]);
  const better = typed === undefined ? undefined : suggest?.run(typed);
  if (!better || better === typed || Object.keys(touchedFields).length === 0) return null;
  return (
    <Message hasButton role="status">
      <FixButton path={path} onTake={() => setValue(path, better)}>
        {t("didYouMean", { email: isolatedAlways(better) })}
      </FixButton>
    </Message>
  );
}
