import { use, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { queryClient } from "../queryClient.ts";
import { PasscodeForm } from "./PasscodeForm.tsx";
import { StationContext } from "./useStation.ts";

interface Props {
  /** The dialog is gone: signed in, or thought better of. */
  readonly onClose: () => void;
}

/** The session ended while leads were taken: staff sign in over the form, and nothing typed is touched. */
export function SignInDialog({ onClose }: Props) {
  const t = useTranslations();
  const station = use(StationContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className="mb-4 text-2xl">
        {t("pages.signIn")}
      </h2>
      <PasscodeForm
        kiosk={station?.profile === "kiosk" ? station.id : undefined}
        onSignedIn={() => {
          void queryClient.invalidateQueries();
          close();
        }}
      />
      <button type="button" className="btn btn-quiet mt-2" onClick={close}>
        {t("keys.close")}
      </button>
    </dialog>
  );
}
