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
import { useContext, useEffect, useEffectEvent, useRef, useState, type ComponentType, type RefObject } from "react";
import { useTranslations } from "use-intl";
import { isComposing } from "../browser/isComposing.ts";
import { Link } from "../ui/Link.tsx";
import { WhoContext, whoAt } from "./who.ts";
import { noteUsed } from "./lastStation.ts";
import { useStation } from "./useStation.ts";

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
    <div ref={place} className="station-place">
      <button
        type="button"
        className="station-button"
        aria-expanded={isOpen}
        aria-controls="station-menu"
        onClick={() => setOpen(!isOpen)}
      >
        <Place aria-hidden="true" />
        <span className="min-w-0">
          <b>
            <bdi>{event?.address ?? name}</bdi>
          </b>
          {agent && (
            <small>
              <bdi>{whose}</bdi>
            </small>
          )}
        </span>
        <ChevronDown aria-hidden="true" />
      </button>
      <nav id="station-menu" hidden={!isOpen} className="station-menu" aria-label={name}>
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
  readonly icon: ComponentType<{ "aria-hidden": "true" }>;
  readonly words: string;
  readonly text?: string;
  readonly onGo: () => void;
}

function Item({ to, icon: Icon, words, text, onGo }: ItemProps) {
  return (
    <Link to={to} onGo={onGo}>
      <Icon aria-hidden="true" />
      <span className="min-w-0">
        {words}
        {text !== undefined && (
          <small>
            <bdi>{text}</bdi>
          </small>
        )}
      </span>
    </Link>
  );
}
