import { CheckCheck, CircleAlert, Clock } from "lucide-react";
import { useTranslations } from "use-intl";
import { Link } from "../Link.tsx";
import { useUnsent } from "../send/useUnsent.ts";
import { useToday } from "../today/useToday.ts";

/** Everything the proxy still keeps: it forgets what was delivered long ago. */
const everything = "2000-01-01T00:00:00Z";

/** Where the leads are, in one word, those that have not left this device among them; it opens the outbox. */
export function DeliveryPill() {
  const t = useTranslations("outbox");
  const { data } = useToday(undefined, everything);
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
