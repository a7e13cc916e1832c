import { HardDrive } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isBlocked } from "../browser/deviceKeys.ts";
import { Note } from "../ui/Note.tsx";

/** A warning in browsers that block storage (private windows, some frames): nothing survives a reload. */
export function StorageNote() {
  const t = useTranslations("pages");
  const [blocked] = useState(isBlocked);
  if (!blocked) return null;
  return (
    <Note look="warn" isBar>
      <HardDrive aria-hidden="true" />
      {t("storageBlocked")}
    </Note>
  );
}
