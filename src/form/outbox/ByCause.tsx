import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OutboxCause } from "#lead/staffAnswers.ts";
import { useReason } from "../send/useReason.ts";
import { useSendAll } from "./useOutbox.ts";

/** Leads that need a person for one cause: once that is gone, they are sent again together. */
export function ByCause({ cause }: { readonly cause: OutboxCause }) {
  const t = useTranslations("outbox");
  const why = useReason()(cause.reason);
  const { mutate, isPending, isError } = useSendAll();
  const { reason, count, left = 0, stopped } = cause;
  return (
    <div className="note note-over flex-wrap items-center">
      <CircleAlert aria-hidden="true" />
      <div role="status" className="min-w-48 flex-1">
        <p>{t("sameCause", { count, why })}</p>
        {left > 0 && <p>{t("sendingAll", { count: left })}</p>}
        {stopped && <p>{t("stoppedAll")}</p>}
        {isError && <p>{t("notDone")}</p>}
      </div>
      {left === 0 && count > 1 && (
        <button
          type="button"
          className="btn btn-secondary ml-auto whitespace-nowrap"
          disabled={isPending}
          onClick={() => mutate({ action: "send-all", reason, count })}
        >
          {t("sendAll", { count })}
        </button>
      )}
    </div>
  );
}
