import { CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "../ui/Link.tsx";
import { useUnsent } from "./queue/useQueue.ts";
import { useOpen } from "./useOutbox.ts";

/**
 * The delivery state of all leads in one word, including those that have not left this device. It links to the outbox.
 */
export function DeliveryPill() {
  const t = useTranslations("outbox");
  const { data } = useOpen();
  const unsent = useUnsent().length;
  const needsYou = data?.needsYou ?? 0;
  const waiting = (data?.waiting ?? 0) + unsent;
  if (needsYou > 0)
    return (
      <Pill look="pill-over" icon={<CircleAlert aria-hidden="true" />} words={t("needYou", { count: needsYou })} />
    );
  if (waiting > 0)
    return <Pill look="pill-warn" icon={<Clock aria-hidden="true" />} words={t("waitingCount", { count: waiting })} />;
  if (!data) return <Pill look="" icon={<Clock aria-hidden="true" />} words={t("title")} />;
  return <Pill look="pill-ok" icon={<CheckCheck aria-hidden="true" />} words={t("allDelivered")} />;
}

interface PillProps {
  readonly look: string;
  readonly icon: React.ReactNode;
  readonly words: string;
}

function Pill({ look, icon, words }: PillProps) {
  return (
    <Link to="/outbox" className="pill-link">
      <span className={`pill ${look}`}>
        {icon}
        <span>{words}</span>
      </span>
    </Link>
  );
}
