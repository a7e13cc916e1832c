import { useState } from "react";
import { useTranslations } from "use-intl";
import { Confirm } from "../frame/Confirm.tsx";
import { idOf, type LeafProps } from "./control.ts";
import { focusSoon } from "./focusSoon.ts";
import { TokensControl } from "./TokensControl.tsx";

/**
 * Tags that take the place of every other tag. That is asked before there is a box to type in, so that a "no" takes
 * nothing away: what Lofty removes does not come back.
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
