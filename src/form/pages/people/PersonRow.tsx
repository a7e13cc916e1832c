import { useFormatter, useTranslations } from "use-intl";
import type { DayPerson } from "#lead/submission/staffAnswers.ts";
import { Link } from "../../ui/Link.tsx";
import { frameOf } from "./order.ts";
import { Ways } from "./Ways.tsx";
import { Withdraw } from "./Withdraw.tsx";

interface Props {
  readonly person: DayPerson;
  /** Also shows the note. */
  readonly note?: boolean;
}

/** A person of the day: the name opens the lead, then what to know before a call, and the ways that are allowed. */
export function PersonRow({ person, note = false }: Props) {
  const t = useTranslations("people");
  const about = useAbout()(person);
  return (
    <li className="flex min-h-15 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-5 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-32">
        <h3 className="text-md font-ui/snug font-semibold wrap-anywhere">
          <Link
            to={`/leads/${person.id}`}
            className="-my-3 inline-flex min-w-(--tap) py-3 text-ink no-underline hover:underline"
          >
            {person.name ? <bdi>{person.name}</bdi> : t("noName")}
          </Link>
        </h3>
        {about !== "" && <p className="text-sm text-ink-2">{about}</p>}
        {person.arrivedAt !== undefined && <Late savedAt={person.at} arrivedAt={person.arrivedAt} />}
        {note && person.note !== undefined && (
          <p className="line-clamp-2 text-sm text-ink-3 wrap-anywhere">
            <bdi>{person.note}</bdi>
          </p>
        )}
      </div>
      <Ways person={person} />
      <Withdraw person={person} />
    </li>
  );
}

/** A lead that waited on its device. It counts on the day when it was saved. */
function Late({ savedAt, arrivedAt }: { readonly savedAt: string; readonly arrivedAt: string }) {
  const t = useTranslations("people");
  const format = useFormatter();
  const [saved, arrived] = [new Date(savedAt), new Date(arrivedAt)];
  const isSameDay = saved.toDateString() === arrived.toDateString();
  const time = { timeStyle: "short" } as const;
  return (
    <p className="text-sm text-ink-3">
      {t("late", {
        saved: format.dateTime(saved, time),
        arrived: format.dateTime(arrived, isSameDay ? time : { dateStyle: "medium", ...time }),
      })}
    </p>
  );
}

/** Returns a function that says what to know of a person: "1 to 3 months, no agent, Hot". */
function useAbout() {
  const t = useTranslations("people");
  const option = useTranslations("options") as unknown as ((key: string) => string) & { has(key: string): boolean };
  return (person: DayPerson): string => {
    const { hasAgent, sellsFirst, temperature } = person;
    const frame = frameOf(person);
    const parts = [
      frame !== undefined && (option.has(frame) ? option(frame) : frame),
      hasAgent !== undefined && t(hasAgent ? "hasAgent" : "noAgent"),
      sellsFirst === true && t("sellsFirst"),
      temperature?.tag,
    ];
    return parts.filter(Boolean).join(", ");
  };
}
