import { Keyboard, Search, Settings2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "../../ui/Link.tsx";
import { DeliveryPill } from "../../sending/DeliveryPill.tsx";
import { Caps } from "./Caps.tsx";
import type { DeskDialog } from "./DeskKeys.tsx";

const tool = "icon-btn min-h-8.5 min-w-8.5 text-on-panel-2";

/** Buttons for what the shortcuts open, the delivery state, and a link to the settings. */
export function DeskTools({ onOpen }: { readonly onOpen: (dialog: DeskDialog) => void }) {
  const t = useTranslations();
  return (
    <div className="ms-auto flex min-w-0 flex-1 items-center justify-end gap-2 @max-[62rem]/desk:basis-full @max-[24rem]/desk:flex-wrap">
      <button
        type="button"
        className="flex min-h-8.5 max-w-72 min-w-0 flex-[1_1_5rem] items-center gap-[.55rem] rounded-control border border-panel-line pr-2 pl-[.7rem] text-[.875rem] text-on-panel-2 @max-[24rem]/desk:basis-full [&>kbd]:border-panel-line [&>kbd]:bg-transparent [&>kbd]:text-on-panel-2"
        onClick={() => onOpen("jump")}
      >
        <Search aria-hidden="true" />
        <span className="flex-1 truncate text-start">{t("keys.actions.jump")}</span>
        <Caps action="jump" />
      </button>
      <DeliveryPill />
      <button type="button" className={tool} aria-label={t("keys.actions.all")} onClick={() => onOpen("all")}>
        <Keyboard aria-hidden="true" />
      </button>
      <Link to="/settings" className={tool} aria-label={t("settings.title")}>
        <Settings2 aria-hidden="true" />
      </Link>
    </div>
  );
}
