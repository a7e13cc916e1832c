import { use, useEffect, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { queryClient } from "../browser/queryClient.ts";
import { useCloseUnused } from "../browser/useCloseUnused.ts";
import { PasscodeForm } from "./PasscodeForm.tsx";
import { StationContext } from "./useStation.ts";
import { Dialog } from "../ui/Dialog.tsx";

interface Props {
  /** Runs when the dialog closes, after sign-in or after a cancel. */
  readonly onClose: () => void;
}

/** Staff sign in over the form when the session has ended. The form keeps everything that was typed. */
export function SignInDialog({ onClose }: Props) {
  const t = useTranslations();
  const station = use(StationContext);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => dialog.current?.close();
  const isKiosk = station?.profile === "kiosk";
  useCloseUnused(isKiosk, close);
  return (
    <Dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} className="mb-4 text-2xl">
        {t("pages.signIn")}
      </h2>
      <PasscodeForm
        kiosk={isKiosk ? station.id : undefined}
        onSignedIn={() => {
          void queryClient.invalidateQueries();
          close();
        }}
      />
      <button type="button" className="btn btn-quiet mt-2" onClick={close}>
        {t("keys.close")}
      </button>
    </Dialog>
  );
}
