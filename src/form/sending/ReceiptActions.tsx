import { useTranslations } from "use-intl";
import { isFixable } from "#lead/submission/fixable.ts";
import { Link } from "../ui/Link.tsx";
import type { Sent } from "./sent.ts";

interface Props {
  readonly sent: Sent;
  /** Opens a refused lead in the form. */
  readonly onFix: () => void;
}

/** The actions for a lead that needs a person: correct it here, or open it in the outbox. */
export function ReceiptActions({ sent: { receipt, problem }, onFix }: Props) {
  const t = useTranslations("receipt");
  const outbox = (
    <Link to={receipt ? `/outbox#${receipt.id}` : "/outbox"} className="btn btn-secondary">
      {t("openOutbox")}
    </Link>
  );
  if (problem)
    return (
      <>
        <button type="button" className="btn btn-primary" onClick={onFix}>
          {t("fixNow")}
        </button>
        {outbox}
      </>
    );
  if (receipt?.status !== "parked") return null;
  return (
    <>
      {isFixable(receipt.reason) && (
        <Link to={`/outbox/${receipt.id}`} className="btn btn-primary">
          {t("fixNow")}
        </Link>
      )}
      {outbox}
    </>
  );
}
