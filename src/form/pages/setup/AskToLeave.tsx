import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAskToLeave, useUnsaved } from "../../browser/unsaved.ts";
import { Confirm } from "../../ui/Confirm.tsx";

/** Asks before a page with unsaved changes is left. Meanwhile no new build of the app reloads it. */
export function AskToLeave({ isUnsaved }: { readonly isUnsaved: boolean }) {
  const t = useTranslations("setup.leave");
  const [go, setGo] = useState<() => void>();
  useUnsaved(isUnsaved);
  useAskToLeave(isUnsaved, window.location.href, (next) => setGo(() => next));
  if (!go) return null;
  return (
    <Confirm
      title={t("title")}
      text={t("text")}
      yes={t("yes")}
      no={t("no")}
      onYes={() => {
        setGo(undefined);
        go();
      }}
      onNo={() => setGo(undefined)}
    />
  );
}
