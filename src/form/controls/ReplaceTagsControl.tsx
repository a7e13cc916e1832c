import { useState } from "react";
import { useTranslations } from "use-intl";
import { Confirm } from "../frame/Confirm.tsx";
import { idOf, type LeafProps } from "./control.ts";
import { TokensControl } from "./TokensControl.tsx";

/** Tags that take the place of every other tag. The first one is asked about: what Lofty removes does not come back. */
export function ReplaceTagsControl(props: LeafProps<readonly string[]>) {
  const t = useTranslations("replaceTags");
  const { answer, path } = props;
  const [asked, setAsked] = useState<readonly string[]>();
  const change = (tags: readonly string[] | undefined) => {
    const isFirst = (answer.value ?? []).length === 0 && tags !== undefined && tags.length > 0;
    if (isFirst) setAsked(tags);
    else answer.change(tags);
  };
  const close = () => {
    setAsked(undefined);
    document.getElementById(idOf(path))?.focus();
  };
  return (
    <>
      <TokensControl {...props} answer={{ ...answer, change }} />
      {asked && (
        <Confirm
          title={t("title", { tags: asked.join(", ") })}
          text={t("text")}
          yes={t("yes")}
          no={t("no")}
          onYes={() => {
            answer.change(asked);
            close();
          }}
          onNo={close}
        />
      )}
    </>
  );
}
