import { useState } from "react";
import { useTranslations } from "use-intl";
import { Confirm } from "../../ui/Confirm.tsx";
import { useContactChange } from "../people/useContactChange.ts";

/** The person of a lead opted out. Staff record here that the person asked for contact again. */
export function Lift({ id }: { readonly id: string }) {
  const t = useTranslations("lead.lift");
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, isError } = useContactChange(id);
  return (
    <>
      <button
        type="button"
        className="btn btn-quiet"
        aria-disabled={isPending || undefined}
        onClick={() => setAsked(!isPending)}
      >
        {t("button")}
      </button>
      {isAsked && (
        <Confirm
          title={t("title")}
          text={t("text")}
          yes={t("yes")}
          no={t("no")}
          onYes={() => {
            setAsked(false);
            mutate(["DELETE", "opt-outs"]);
          }}
          onNo={() => setAsked(false)}
        />
      )}
      {isError && (
        <p role="alert" className="text-over">
          {t("failed")}
        </p>
      )}
    </>
  );
}
