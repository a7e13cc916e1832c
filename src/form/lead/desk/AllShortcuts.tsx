import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { capsOf, shortcuts, type Action } from "./shortcuts.ts";
import { Dialog } from "../../ui/Dialog.tsx";

/** Keys that a control handles, not the desk. */
const inPlace = ["token", "chip", "newLead", "close"] as const;

/** A dialog with all shortcuts of the desk. */
export function AllShortcuts({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("keys");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <Dialog ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title" className="text-2xl">
        {t("title")}
      </h2>
      <dl className="my-4">
        {(Object.keys(shortcuts) as Action[]).map((action) => (
          <Shortcut key={action} does={t(`actions.${action}`)} keys={capsOf(action)} />
        ))}
        {inPlace.map((name) => (
          <Shortcut key={name} does={t(`inPlace.${name}.does`)} keys={t(`inPlace.${name}.keys`)} />
        ))}
      </dl>
      <p className="text-sm text-ink-3">{t("off")}</p>
      <div className="mt-5 flex justify-end">
        <button type="button" className="btn btn-primary" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}

function Shortcut({ does, keys }: { readonly does: string; readonly keys: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b border-line py-[.3rem]">
      <dt>{does}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  );
}
