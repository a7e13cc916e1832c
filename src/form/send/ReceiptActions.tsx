import { useTranslations } from "use-intl";
import { isFixable } from "#lead/fixable.ts";
import { Link } from "../Link.tsx";
import type { Sent } from "./Sending.tsx";

interface Props {
  readonly sent: Sent;
  /** A refused lead goes back into the form. */
  readonly onFix: () => void;
}

/** What a person can do about a lead that needs one: correct it here, or see it in the outbox. */
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
