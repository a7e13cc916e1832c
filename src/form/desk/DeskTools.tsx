import { Keyboard, Search, Settings2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "../Link.tsx";
import { DeliveryPill } from "../outbox/DeliveryPill.tsx";
import { Caps } from "./Caps.tsx";
import type { DeskDialog } from "./DeskKeys.tsx";

/** What the desk's keys open, for those who point, where the leads are, and the settings. */
export function DeskTools({ onOpen }: { readonly onOpen: (dialog: DeskDialog) => void }) {
  const t = useTranslations();
  return (
    <div className="desk-tools">
      <button type="button" className="jump" onClick={() => onOpen("jump")}>
        <Search aria-hidden="true" />
        <span>{t("keys.actions.jump")}</span>
        <Caps action="jump" />
      </button>
      <DeliveryPill />
      <button type="button" className="icon-btn" aria-label={t("keys.actions.all")} onClick={() => onOpen("all")}>
        <Keyboard aria-hidden="true" />
      </button>
      <Link to="/settings" className="icon-btn" aria-label={t("settings.title")}>
        <Settings2 aria-hidden="true" />
      </Link>
    </div>
  );
}
