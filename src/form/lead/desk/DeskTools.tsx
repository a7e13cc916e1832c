import { Keyboard, Search, Settings2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "../../ui/Link.tsx";
import { DeliveryPill } from "../../sending/DeliveryPill.tsx";
import { Caps } from "./Caps.tsx";
import type { DeskDialog } from "./DeskKeys.tsx";

/** Buttons for what the shortcuts open, the delivery state, and a link to the settings. */
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
