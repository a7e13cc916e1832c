import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { capsOf, shortcuts, type Action } from "./shortcuts.ts";

/** Keys that a control handles, not the desk. */
const inPlace = ["token", "chip", "newLead", "close"] as const;

/** A dialog with all shortcuts of the desk. */
export function AllShortcuts({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("keys");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title" className="text-2xl">
        {t("title")}
      </h2>
      <dl className="keys my-4">
        {(Object.keys(shortcuts) as Action[]).map((action) => (
          <div key={action}>
            <dt>{t(`actions.${action}`)}</dt>
            <dd>
              <kbd>{capsOf(action)}</kbd>
            </dd>
          </div>
        ))}
        {inPlace.map((name) => (
          <div key={name}>
            <dt>{t(`inPlace.${name}.does`)}</dt>
            <dd>
              <kbd>{t(`inPlace.${name}.keys`)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-3">{t("off")}</p>
      <div className="mt-5 flex justify-end">
        <button type="button" className="btn btn-primary" onClick={() => dialog.current?.close()}>
          {t("close")}
        </button>
      </div>
    </dialog>
  );
}
