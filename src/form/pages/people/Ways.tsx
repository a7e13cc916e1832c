import { Mail, MessageSquare, Phone } from "lucide-react";
import { useTranslations } from "use-intl";
import { isolated } from "#lead/characters.ts";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { shownWays } from "./shownWays.ts";

const icons = { call: Phone, text: MessageSquare, email: Mail } as const;

/**
 * The links to call, text or email a person, each only if the person allowed it; words in place of the others. A change
 * is announced: it is the answer to the press of a button beside them (Withdraw.tsx).
 */
export function Ways({ person }: { readonly person: Pick<DayPerson, "name" | "phone" | "email" | "may"> }) {
  const t = useTranslations("people");
  const shown = shownWays(person);
  const alone = shown.length === 1;
  return (
    <div role="status" className="flex shrink-0 items-center gap-1.5">
      {shown.map((one) => {
        if ("words" in one)
          return (
            <span
              key={one.words}
              className={`text-center text-xs/snug text-ink-2 ${alone ? "w-24" : "min-w-11 max-w-14"}`}
            >
              {t(one.words)}
            </span>
          );
        const Icon = icons[one.way];
        return (
          <a
            key={one.way}
            href={one.href}
            className="grid size-11 place-items-center rounded-control border border-control bg-surface text-brand-ink"
          >
            <Icon aria-hidden="true" className="size-5" />
            <span className="sr-only">{t(`ways.${one.way}`, { name: isolated(person.name) })}</span>
          </a>
        );
      })}
    </div>
  );
}
