import { Clock, Globe, MapPin, Monitor, SlidersHorizontal, Tablet } from "lucide-react";
import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { useUnsent } from "../../sending/queue/useQueue.ts";
import { eventNow } from "../../station/eventNow.ts";
import type { FormStation } from "../../station/useStation.ts";
import { Link } from "../../ui/Link.tsx";
import { Pill } from "../../ui/Pill.tsx";

const icons = { agent: MapPin, desk: Monitor, kiosk: Tablet, embed: Globe } as const;
const pages = { agent: "s", desk: "s", kiosk: "kiosk", embed: "embed" } as const;

interface Props {
  readonly station: FormStation;
  /** The station that people most likely want to open here. */
  readonly isFirst: boolean;
}

/** A station: whom it is for, what it does, where it is today, and what waits on this device. */
export function StationCard({ station, isFirst }: Props) {
  const t = useTranslations();
  const { id, name, profile, presets } = station;
  const Icon = icons[profile];
  const waiting = useUnsent().filter((entry) => entry.station === id).length;
  return (
    <li className="card flex flex-col gap-3 px-4 py-4">
      <div className="flex items-start gap-3.5">
        <span className="grid size-11 flex-none place-items-center rounded-control bg-brand-tint text-brand-ink">
          <Icon aria-hidden="true" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-2xl leading-tight wrap-anywhere">
            <bdi>{name}</bdi>
          </h2>
          <p className="text-sm text-ink-3">{t(`stationCards.${profile}.for`)}</p>
        </div>
        {presets !== undefined && (
          <Link
            to={`/settings/${id}`}
            className="btn btn-quiet -mt-1 -me-2 min-w-12 px-2.5"
            aria-label={t("pages.setUp", { name: isolatedAlways(name) })}
          >
            <SlidersHorizontal aria-hidden="true" />
          </Link>
        )}
      </div>
      <p className="text-[.9375rem] text-ink-2 max-sm:hidden">{t(`stationCards.${profile}.text`)}</p>
      <Place station={station} />
      <div className="mt-auto flex items-center justify-between gap-3">
        {waiting > 0 ? (
          <Pill look="warn">
            <Clock aria-hidden="true" />
            <span>{t("outbox.waitingCount", { count: waiting })}</span>
          </Pill>
        ) : (
          <span />
        )}
        <a
          href={`/${pages[profile]}/${id}`}
          className={`btn relative min-w-28 no-underline ${isFirst ? "btn-primary" : "btn-secondary"}`}
        >
          <span className="sr-only">
            <bdi>{name}</bdi>:{" "}
          </span>
          {t("stationCards.open")}
        </a>
      </div>
    </li>
  );
}

/** Where the station is today, on its dimension line. */
function Place({ station }: { readonly station: FormStation }) {
  const t = useTranslations("stationCards");
  const { profile, frameParents = [] } = station;
  const event = profile === "desk" ? undefined : eventNow(station);
  const [parent] = frameParents;
  const page = parent?.replace(/^https?:\/\//, "");
  const words = event
    ? [event.address, event.hours].filter(Boolean).join(", ")
    : profile === "embed" && page
      ? t("onPage", { page: isolatedAlways(page) })
      : t(`${profile}.nowhere`);
  const line = `relative h-px flex-1 before:absolute before:top-1/2 before:h-3 before:w-[1.5px] before:-translate-y-1/2 before:rotate-24 ${
    event ? "bg-brand-line before:bg-brand-line" : "bg-line-strong before:bg-control"
  }`;
  return (
    <p className="flex items-center gap-2.5 text-sm text-ink-2">
      <span aria-hidden="true" className={`${line} before:start-0.5`} />
      <bdi className="max-w-[75%] text-center wrap-anywhere">{words.replaceAll(/[\u2068\u2069]/g, "")}</bdi>
      <span aria-hidden="true" className={`${line} before:end-0.5`} />
    </p>
  );
}
