import { CheckCheck, CircleAlert, Clock } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link } from "../ui/Link.tsx";
import { Pill, type PillLook } from "../ui/Pill.tsx";
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
      <OutboxPill look="over" icon={<CircleAlert aria-hidden="true" />} words={t("needYou", { count: needsYou })} />
    );
  if (waiting > 0)
    return <OutboxPill look="warn" icon={<Clock aria-hidden="true" />} words={t("waitingCount", { count: waiting })} />;
  if (!data) return <OutboxPill look="plain" icon={<Clock aria-hidden="true" />} words={t("title")} />;
  return <OutboxPill look="ok" icon={<CheckCheck aria-hidden="true" />} words={t("allDelivered")} />;
}

interface OutboxPillProps {
  readonly look: PillLook;
  readonly icon: ReactNode;
  readonly words: string;
}

function OutboxPill({ look, icon, words }: OutboxPillProps) {
  return (
    <Link to="/outbox" className="inline-flex min-h-(--tap) flex-none items-center no-underline">
      <Pill
        look={look}
        className="whitespace-nowrap in-data-[density=touch]:min-h-9 in-data-[density=touch]:px-[.8rem] in-data-[density=touch]:text-[.875rem]"
      >
        {icon}
        <span>{words}</span>
      </Pill>
    </Link>
  );
}
