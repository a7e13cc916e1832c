import { Settings2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { DeliveryPill } from "../../sending/DeliveryPill.tsx";
import { NameAtDoor } from "../../station/Wordmark.tsx";
import { Link } from "../../ui/Link.tsx";
import { StaffLinks } from "./StaffLinks.tsx";

/** The first row of the pages that belong to no station. Others than staff see only Foyer's name. */
export function OfficeHeader({ isStaffs }: { readonly isStaffs: boolean }) {
  const t = useTranslations();
  return (
    <header className="on-dark flex min-h-14 flex-wrap items-center gap-x-3 bg-panel px-5 text-on-panel">
      <NameAtDoor className="me-auto text-xl">{t("app.name")}</NameAtDoor>
      {isStaffs && (
        <>
          <StaffLinks className="me-2 max-lg:hidden" color="text-on-panel-2" />
          {/* On the narrowest phones it takes a row of its own. */}
          <div className="max-[22.5rem]:order-last max-[22.5rem]:basis-full max-[22.5rem]:pb-2">
            <DeliveryPill />
          </div>
          <Link to="/settings" className="icon-btn text-on-panel-2 lg:hidden" aria-label={t("settings.title")}>
            <Settings2 aria-hidden="true" />
          </Link>
        </>
      )}
    </header>
  );
}
