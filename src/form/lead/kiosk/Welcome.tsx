import { ArrowRight } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { HeldNote } from "../../sending/HeldNote.tsx";
import { PanelScreen } from "../../station/PanelScreen.tsx";
import { useFacts } from "../../station/useFacts.ts";
import { useStation } from "../../station/useStation.ts";
import { NoEventNote } from "./NoEventNote.tsx";
import { StaffLock } from "./StaffLock.tsx";
import { isolatedAlways } from "#lead/characters.ts";
import { listingAt } from "#lead/station/listing.ts";
import { SandboxLine } from "../../station/SandboxMark.tsx";
import { LanguageButtons } from "../../station/LanguageButtons.tsx";

/** Longer captions do not fit on the drawing's dimension line. */
const mostOnLine = 48;
const mostUpright = 22;

interface Props {
  readonly isEventOver: boolean;
  /** The tablet is with visitors: staff need the PIN to leave. */
  readonly isLocked: boolean;
  readonly onStart: () => void;
}

/** The first screen of each visitor. A tap anywhere starts. */
export function Welcome({ isEventOver, isLocked, onStart }: Props) {
  const t = useTranslations("kiosk");
  const { event } = useStation();
  const facts = event && (event.hours ? t("eventHours", { hours: event.hours }) : t("eventToday"));
  const { rooms, more } = useFacts();
  const beside = rooms.join(" · ");
  // With a photo there are no dimension lines to write on.
  const isDrawn = listingAt(useStation())?.photo === undefined;
  const isUpright = isDrawn && event !== undefined && beside !== "" && beside.length <= mostUpright;
  const isShort = isDrawn && facts !== undefined && facts.length <= mostOnLine;
  return (
    <PanelScreen
      corner={isLocked && <StaffLock />}
      heading={<Heading address={event?.address} isSmaller={rooms.length + more.length > 0} />}
      caption={isShort ? facts : event && t("eventToday")}
      upright={isUpright ? beside : undefined}
      foot={
        <div className="relative mt-auto flex min-h-16 flex-wrap items-center justify-between gap-x-8 gap-y-2 text-[1.1875rem]">
          <LanguageButtons />
          <SandboxLine className="max-w-64 text-[.9375rem] leading-tight" />
        </div>
      }
    >
      <div className={`text-[1.4375rem] leading-[1.42] ${isDrawn ? "max-w-100" : "max-w-125"}`}>
        {facts !== undefined && (
          <p className={`mb-2 text-panel-accent ${isShort ? "lg:sr-only" : ""}`}>
            <bdi>{facts}</bdi>
          </p>
        )}
        {rooms.length + more.length > 0 && (
          <p className="mb-2 text-panel-accent">
            {[...rooms, ...more].map((fact, at, { length }) => (
              <Fragment key={fact}>
                <span className={`whitespace-nowrap ${isUpright && at < rooms.length ? "lg:sr-only" : ""}`}>
                  {fact}
                  {at < length - 1 && " ·"}
                </span>{" "}
              </Fragment>
            ))}
          </p>
        )}
        <p>{t("welcomeText")}</p>
      </div>
      <button
        type="button"
        className="btn min-h-23 rounded-[12px] bg-panel-accent px-10 text-[1.8125rem] text-[#10221e] after:absolute after:inset-0"
        onClick={onStart}
      >
        {t("start")}
        <ArrowRight aria-hidden="true" />
      </button>
      <HeldNote />
      {isEventOver && <NoEventNote />}
    </PanelScreen>
  );
}

/** `isSmaller`: there are facts, which need the height. */
function Heading({ address, isSmaller }: { readonly address: string | undefined; readonly isSmaller: boolean }) {
  const t = useTranslations("kiosk");
  const words = address ?? "";
  const size =
    words.length <= 20
      ? `text-5xl leading-none md:leading-[.98] ${isSmaller ? "md:text-[5.5rem]" : "md:text-[6.5rem]"}`
      : words.length <= 44
        ? "text-4xl md:text-[4.5rem]"
        : "text-3xl md:text-5xl";
  return (
    <h1 className={`max-w-160 font-[480] tracking-[-.02em] wrap-anywhere ${size}`}>
      {address === undefined ? t("welcomePlain") : <Parts text={t("welcome", { address: isolatedAlways(address) })} />}
    </h1>
  );
}

/** The address in large letters and the words around it in small ones, in the order of the language. */
function Parts({ text }: { readonly text: string }) {
  return text.split(/\u2068([^\u2069]*)\u2069/).map((part, index) =>
    index % 2 === 1 ? (
      <bdi key={index}>{part}</bdi>
    ) : (
      part.trim() !== "" && (
        <span
          key={index}
          className="mb-5 block font-ui text-[1.6875rem] leading-[1.2] font-normal tracking-normal text-on-panel-2 not-first:mt-5"
        >
          {part}
        </span>
      )
    ),
  );
}
