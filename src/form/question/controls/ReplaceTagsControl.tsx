import { useState } from "react";
import { useTranslations } from "use-intl";
import { Confirm } from "../../ui/Confirm.tsx";
import { idOf, type LeafProps } from "../answers/control.ts";
import { focusSoon } from "../answers/focusSoon.ts";
import { TokensControl } from "./TokensControl.tsx";

/**
 * Tags that replace all other tags of the person. It asks for confirmation before the box appears, so that "no" deletes
 * nothing that was typed. Tags that Lofty removes cannot be restored.
 */
export function ReplaceTagsControl(props: LeafProps<readonly string[]>) {
  const t = useTranslations("replaceTags");
  const { answer, path, words, describedBy } = props;
  const [isAsked, setAsked] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const close = () => {
    setAsked(false);
    focusSoon(path);
  };
  if (isWanted || (answer.value ?? []).length > 0) return <TokensControl {...props} />;
  return (
    <>
      <button
        type="button"
        id={idOf(path)}
        className="btn btn-secondary justify-self-start self-start"
        aria-label={`${words.label}: ${t("start")}`}
        aria-describedby={describedBy}
        onClick={() => setAsked(true)}
      >
        {t("start")}
      </button>
      {isAsked && (
        <Confirm
          title={t("title")}
          text={t("text")}
          yes={t("yes")}
          no={t("no")}
          onYes={() => {
            setWanted(true);
            close();
          }}
          onNo={close}
        />
      )}
    </>
  );
}
