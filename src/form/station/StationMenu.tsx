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
import { useEffect, useRef, type ComponentType } from "react";
import { useTranslations } from "use-intl";
import { Link } from "../Link.tsx";
import { whoAt } from "../who/who.ts";
import { noteUsed } from "./lastStation.ts";
import { useStation } from "./useStation.ts";

/** Where this is and whose leads these are, and what else there is: a menu. */
export function StationMenu() {
  const t = useTranslations();
  const { id, name, profile, event } = useStation();
  const menu = useRef<HTMLElement>(null);
  const who = whoAt(id);
  const agent = profile === "agent";
  const Place = agent ? MapPin : Monitor;
  const whose = who?.agent?.name ?? t("who.routed");
  useEffect(() => noteUsed(id), [id]);
  const close = () => menu.current?.hidePopover();
  return (
    <>
      <button type="button" className="station-button" popoverTarget="station-menu">
        <Place aria-hidden="true" />
        <span className="min-w-0">
          <b>{event?.address ?? name}</b>
          {agent && <small>{whose}</small>}
        </span>
        <ChevronDown aria-hidden="true" />
      </button>
      <nav ref={menu} id="station-menu" popover="auto" className="station-menu" aria-label={name}>
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
    </>
  );
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
        {text !== undefined && <small>{text}</small>}
      </span>
    </Link>
  );
}
