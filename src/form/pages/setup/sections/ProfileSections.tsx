import { useState } from "react";
import { useTranslations } from "use-intl";
import { dayOf } from "#lead/station/event.ts";
import { EventLines } from "../../../station/event/EventLines.tsx";
import { trimmedEvent } from "../../../station/event/trimmedEvent.ts";
import type { SectionProps } from "../edits/edits.ts";
import { Snippet } from "./Snippet.tsx";
import { linesOf, SetupLine } from "./SetupLine.tsx";

/** The event of a kiosk. Agents set theirs on their own device. */
export function EventSection({ station, edit, wrong }: SectionProps) {
  const [event, setEvent] = useState(() => station.event ?? { address: "", date: dayOf(new Date()) });
  return (
    <EventLines
      event={event}
      presets={station.presets ?? {}}
      wrong={{ address: wrong("event.address"), date: wrong("event.date") }}
      onChange={(next) => {
        setEvent(next);
        const trimmed = trimmedEvent(next);
        edit(() => ({ event: trimmed.address ? trimmed : undefined }));
      }}
    />
  );
}

/** How long a kiosk waits, and where its PIN is. */
export function KioskSection({ station, edit, wrong }: SectionProps) {
  const t = useTranslations("setup");
  return (
    <>
      <SetupLine
        name="idleSeconds"
        initial={String(station.idleSeconds)}
        wrong={wrong("idleSeconds")}
        onChange={(text) => edit(() => ({ idleSeconds: Number(text) }))}
      />
      <p className="text-sm text-ink-3">{t("pinAtHandOver")}</p>
    </>
  );
}

/** The pages that may show an embedded form, and what to paste there. */
export function EmbedSection({ station, edit, wrong }: SectionProps) {
  return (
    <>
      <SetupLine
        name="frameParents"
        lines
        initial={(station.frameParents ?? []).join("\n")}
        wrong={wrong("frameParents")}
        onChange={(text) => edit(() => ({ frameParents: linesOf(text) }))}
      />
      <Snippet station={station} />
    </>
  );
}
