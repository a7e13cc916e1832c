import { Keyboard, Search } from "lucide-react";
import { useTranslations } from "use-intl";
import { Caps } from "./Caps.tsx";
import type { DeskDialog } from "./DeskKeys.tsx";

/** What the desk's keys open, for those who point. */
export function DeskTools({ onOpen }: { readonly onOpen: (dialog: DeskDialog) => void }) {
  const t = useTranslations("keys");
  return (
    <div className="desk-tools">
      <button type="button" className="jump" onClick={() => onOpen("jump")}>
        <Search aria-hidden="true" />
        <span>{t("actions.jump")}</span>
        <Caps action="jump" />
      </button>
      <button type="button" className="icon-btn" aria-label={t("actions.all")} onClick={() => onOpen("all")}>
        <Keyboard aria-hidden="true" />
      </button>
    </div>
  );
}
