import { HardDrive } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isBlocked } from "../deviceKeys.ts";

/** Said where the browser refuses to keep anything (private windows, some frames): nothing then outlives the page. */
export function StorageNote() {
  const t = useTranslations("pages");
  const [blocked] = useState(isBlocked);
  if (!blocked) return null;
  return (
    <p className="note note-warn rounded-none px-5">
      <HardDrive aria-hidden="true" />
      {t("storageBlocked")}
    </p>
  );
}
