import { HardDrive } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isBlocked } from "../browser/deviceKeys.ts";

/** A warning in browsers that block storage (private windows, some frames): nothing survives a reload. */
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
