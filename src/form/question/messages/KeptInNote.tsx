import { Undo2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { FixButton } from "./FixButton.tsx";
import { Message } from "../../ui/Message.tsx";

/** Says that the full answer is now in the note, with an Undo button. */
export function KeptInNote({ path, onUndo }: { readonly path: string; readonly onUndo: () => void }) {
  const t = useTranslations("waysOut");
  return (
    <Message hasButton role="status">
      {t("kept")}
      <FixButton path={path} onTake={onUndo}>
        <Undo2 aria-hidden="true" />
        {t("undo")}
      </FixButton>
    </Message>
  );
}
