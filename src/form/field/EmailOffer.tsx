import { useEffect, useState } from "react";
import { useFormContext, useFormState, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { wholeEmail } from "#lead/email.ts";
import { WayOut } from "./WayOut.tsx";
import { isolatedAlways } from "#lead/characters.ts";

type Suggest = (email: string) => string | undefined;
let checker: Promise<Suggest> | undefined;
const loadChecker = () =>
  (checker ??= import("@zootools/email-spell-checker").then(
    ({ default: { run } }) =>
      (email) =>
        run({ email })?.full,
  ));

/** A likely slip in an email's domain, offered back once the box was left. */
export function EmailOffer({ path }: { readonly path: string }) {
  const t = useTranslations("offers");
  const { setValue } = useFormContext();
  const typed = wholeEmail((useWatch({ name: path }) as string | undefined) ?? "");
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
    <p className="message" role="status">
      <WayOut path={path} onTake={() => setValue(path, better)}>
        {t("didYouMean", { email: isolatedAlways(better) })}
      </WayOut>
    </p>
  );
}
