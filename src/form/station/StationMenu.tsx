import {
  CalendarDays,
  ChartColumn,
  ChevronDown,
  Inbox,
  LayoutGrid,
  MapPin,
  Monitor,
  Settings2,
  UserRound,
} from "lucide-react";
import { useContext, useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { useTranslations } from "use-intl";
import { isComposing } from "../browser/isComposing.ts";
import { Link } from "../ui/Link.tsx";
import { WhoContext, whoAt } from "./who.ts";
import { noteUsed } from "./lastStation.ts";
import { useStation } from "./useStation.ts";

const icon = "text-ink-3 in-[.on-dark]:text-on-panel-2";

/** A button that shows the place and whose leads these are. It opens a menu of the other pages. */
export function StationMenu() {
  const t = useTranslations();
  const { id, name, profile, event } = useStation();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const who = useContext(WhoContext) ?? whoAt(id);
  const agent = profile === "agent";
  const Place = agent ? MapPin : Monitor;
  const whose = who?.agent?.name ?? t("who.routed");
  useEffect(() => noteUsed(id), [id]);
  const close = () => setOpen(false);
  useLeft(place, isOpen, close);
  return (
    <div ref={place} className="relative min-w-24 flex-[1_1_6rem] in-[.on-dark]:min-w-36 in-[.on-dark]:flex-initial">
      <button
        type="button"
        className="flex min-h-11 max-w-full items-center gap-2 rounded-control text-start text-[.9375rem] leading-[1.2] in-[.on-dark]:min-h-8.5 in-[.on-dark]:border in-[.on-dark]:border-panel-line in-[.on-dark]:px-2.5 in-[.on-dark]:text-[.875rem]"
        aria-expanded={isOpen}
        aria-controls="station-menu"
        onClick={() => setOpen(!isOpen)}
      >
        <Place aria-hidden="true" className={icon} />
        <span className="min-w-0">
          <b className="block truncate font-[620]">
            <bdi>{event?.address ?? name}</bdi>
          </b>
          {agent && (
            <small className="block truncate text-[.8125rem] text-ink-3">
              <bdi>{whose}</bdi>
            </small>
          )}
        </span>
        <ChevronDown aria-hidden="true" className={icon} />
      </button>
      <nav
        id="station-menu"
        hidden={!isOpen}
        className="absolute top-[calc(100%+.375rem)] left-0 z-10 max-h-[calc(100dvh-5rem)] w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line-strong bg-surface p-1.5 text-ink [box-shadow:var(--shadow-dialog)]"
        aria-label={name}
      >
        {isOpen && (
          <>
            {agent && <Item onGo={close} to={`/s/${id}/who`} icon={UserRound} words={t("who.title")} text={whose} />}
            {agent && (
              <Item
                onGo={close}
                to={`/s/${id}/event`}
                icon={CalendarDays}
                words={t("event.menu")}
                text={event?.address ?? t("event.none")}
              />
            )}
            <Item onGo={close} to={`/today?station=${id}`} icon={ChartColumn} words={t("today.title")} />
            <Item onGo={close} to="/outbox" icon={Inbox} words={t("outbox.title")} />
            <Item onGo={close} to="/settings" icon={Settings2} words={t("settings.title")} />
            <Item onGo={close} to="/" icon={LayoutGrid} words={t("pages.stations")} />
          </>
        )}
      </nav>
    </div>
  );
}

/** Calls `close` on Escape, which also moves the focus back to the button, and on a press outside. */
function useLeft(place: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  const left = useEffectEvent(close);
  useEffect(() => {
    if (!isOpen) return;
    const touched = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) left();
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || isComposing(event)) return;
      place.current?.querySelector("button")?.focus();
      left();
    };
    document.addEventListener("pointerdown", touched);
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("pointerdown", touched);
      document.removeEventListener("keydown", pressed);
    };
  }, [isOpen, place]);
}

interface ItemProps {
  readonly to: string;
  readonly icon: typeof Monitor;
  readonly words: string;
  readonly text?: string;
  readonly onGo: () => void;
}

function Item({ to, icon: Icon, words, text, onGo }: ItemProps) {
  return (
    <Link
      to={to}
      onGo={onGo}
      className="flex min-h-[max(2.5rem,var(--tap))] items-center gap-3 rounded-control px-3 py-1.5 font-[560] text-ink no-underline [&:hover]:bg-brand-tint-2"
    >
      <Icon aria-hidden="true" className="text-brand-line" />
      <span className="min-w-0">
        {words}
        {text !== undefined && (
          <small className="block truncate text-[.875rem] font-normal text-ink-3">
            <bdi>{text}</bdi>
          </small>
        )}
      </span>
    </Link>
  );
}
