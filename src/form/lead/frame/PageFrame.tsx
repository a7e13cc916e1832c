import { ArrowLeft, Monitor } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Link } from "../../ui/Link.tsx";
import { lastStation } from "../../station/lastStation.ts";
import { SignedOutNote } from "../../station/SignedOutNote.tsx";
import { withBrand } from "../../station/loadStation.ts";
import { StationContext } from "../../station/useStation.ts";
import { isolated } from "#lead/characters.ts";
import { DeskHeader } from "./DeskHeader.tsx";
import { OfficeHeader } from "./OfficeHeader.tsx";

interface Props {
  readonly title: string;
  /** The title in the browser's history, if `title` names a person: visitors may use this device later. */
  readonly historyTitle?: string;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  /** "full": as wide as three columns need. */
  readonly wide?: boolean | "full";
  /** Whether the page belongs to the office and not to the station that was used last. */
  readonly isOffices?: boolean;
  /** The page before this one, instead of the form. */
  readonly back?: { readonly to: string; readonly words: string };
  readonly children: ReactNode;
}

/**
 * The frame of the pages for staff other than the form. It links back to the last used station and has that station's
 * look.
 */
export function PageFrame({
  title,
  historyTitle = title,
  actions,
  wide = false,
  isOffices = false,
  back: before,
  children,
}: Props) {
  const t = useTranslations("pages");
  const [station] = useState(lastStation);
  const heading = useRef<HTMLHeadingElement>(null);
  const desk = station?.profile === "desk";
  useLayoutEffect(() => {
    document.documentElement.dataset["density"] = desk ? "desk" : "touch";
    // A page that is for typing has put the focus into its first box.
    if (!heading.current?.closest("main")?.contains(document.activeElement)) heading.current?.focus();
  }, [desk]);
  useEffect(() => {
    document.title = station ? `${historyTitle} · ${isolated(station.name)}` : historyTitle;
    if (station) void withBrand(station);
  }, [historyTitle, station]);
  const width = wide === "full" ? "max-w-[70rem] xl:max-w-[86rem]" : wide ? "max-w-[70rem]" : "max-w-[46rem]";
  const back = station ? `/s/${station.id}` : "/";
  return (
    <StationContext value={station}>
      {isOffices && <OfficeHeader isStaffs />}
      {desk && !isOffices && (
        <DeskHeader>
          <Link to={back} className="btn min-h-8.5 min-w-0 border-panel-line px-2.5 text-sm font-medium text-on-panel">
            <Monitor aria-hidden="true" className="text-on-panel-2" />
            <span className="truncate">
              <bdi>{station.name}</bdi>
            </span>
          </Link>
        </DeskHeader>
      )}
      <main className={`mx-auto grid w-full gap-5 px-5 pt-5 pb-16 in-data-[density=desk]:pt-7 ${width}`}>
        <SignedOutNote />
        <Link to={before?.to ?? back} className="btn btn-quiet -ms-3 justify-self-start text-ink first:-mb-3">
          <ArrowLeft aria-hidden="true" />
          <span>{before?.words ?? t(station ? "newLead" : "stations")}</span>
        </Link>
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <h1 ref={heading} tabIndex={-1} className="text-3xl">
            {title}
          </h1>
          {actions}
        </div>
        {children}
      </main>
    </StationContext>
  );
}
