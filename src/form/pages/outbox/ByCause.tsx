import { CircleAlert, Download } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OutboxCause } from "#lead/submission/staffAnswers.ts";
import { useReason } from "../../sending/useReason.ts";
import { useSendAll } from "../../sending/useOutbox.ts";
import { Note } from "../../ui/Note.tsx";

/**
 * Leads that need a person for the same reason, and what is safe for all of them: to send them again once the reason is
 * fixed, or only to save a copy when Lofty may have them.
 */
export function ByCause({ cause }: { readonly cause: OutboxCause }) {
  const t = useTranslations("outbox");
  const why = useReason()(cause.reason);
  const { mutate, isPending, isError } = useSendAll();
  const { reason, count, canSend, left = 0, stopped } = cause;
  return (
    <Note as="div" look="over" className="flex-wrap items-center">
      <CircleAlert aria-hidden="true" />
      <div role="status" className="min-w-48 flex-1">
        <p>{t("sameCause", { count, why })}</p>
        {!canSend && <p>{t("lookForEach")}</p>}
        {left > 0 && <p>{t("sendingAll", { count: left })}</p>}
        {stopped && <p>{t("stoppedAll")}</p>}
        {isError && <p>{t("notDone")}</p>}
      </div>
      <a className="btn btn-quiet" href={`/api/outbox/export?reason=${encodeURIComponent(reason)}`} download>
        <Download aria-hidden="true" />
        {t("exportCause", { count })}
      </a>
      {canSend && left === 0 && count > 1 && (
        <button
          type="button"
          className="btn btn-secondary ml-auto whitespace-nowrap"
          disabled={isPending}
          onClick={() => mutate({ action: "send-all", reason, count })}
        >
          {t("sendAll", { count })}
        </button>
      )}
    </Note>
  );
}
