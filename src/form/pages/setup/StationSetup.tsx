import { use, useState, type ComponentType, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { ask, refusalOf } from "../../browser/api.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { useOneAtATime } from "../../browser/useOneAtATime.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { CannotRecognize } from "../../station/CannotRecognize.tsx";
import { EventNote } from "../../station/event/EventNote.tsx";
import { loadStation, replaceStation } from "../../station/loadStation.ts";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { AgencySection } from "./AgencySection.tsx";
import { AskToLeave } from "./AskToLeave.tsx";
import { Attributes } from "./Attributes.tsx";
import { Basics } from "./Basics.tsx";
import { ConsentText } from "./ConsentText.tsx";
import { changedKeys, withMine, type Edit, type SectionProps } from "./edits.ts";
import { Files } from "./Files.tsx";
import { Languages } from "./Languages.tsx";
import { LeftOut } from "./LeftOut.tsx";
import { ListingSection } from "./ListingSection.tsx";
import { Look } from "./Look.tsx";
import { OnDevices } from "./OnDevices.tsx";
import { Preview } from "./Preview.tsx";
import { Presets } from "./Presets.tsx";
import { EmbedSection, EventSection, KioskSection } from "./ProfileSections.tsx";
import { Questions } from "./Questions.tsx";
import { Note } from "../../ui/Note.tsx";

type Outcome =
  | { readonly is: "saved" }
  | { readonly is: "notSaved"; readonly wrong: readonly string[] }
  /** Somebody else saved first. */
  | { readonly is: "conflict"; readonly theirs: FormStation };

/** The sections of the page, with the profiles that have them. */
const sections = [
  ["basics", Basics],
  ["event", EventSection, (station: FormStation) => station.profile === "kiosk"],
  ["listing", ListingSection, (station: FormStation) => station.profile === "kiosk"],
  ["questions", Questions],
  ["attributes", Attributes],
  ["presets", Presets],
  ["look", Look],
  // Every station has a visitors' form: its form link opens it.
  ["consent", ConsentText],
  ["agency", AgencySection],
  ["languages", Languages, isVisited],
  ["kiosk", KioskSection, (station: FormStation) => station.profile === "kiosk"],
  ["embed", EmbedSection, (station: FormStation) => station.profile === "embed"],
] as const satisfies readonly (readonly [
  name: string,
  Section: ComponentType<SectionProps>,
  isFor?: (station: FormStation) => boolean,
])[];

/** All settings of a station. Nothing changes for visitors before Save. */
export function StationSetup({ id }: { readonly id: string }) {
  const t = useTranslations("setup");
  const loaded = use(loadStation(id));
  const [before, setBefore] = useState(loaded);
  const [station, setStation] = useState(loaded);
  /** Draws all boxes again with the station's values. */
  const [round, setRound] = useState(0);
  const [outcome, setOutcome] = useState<Outcome>();
  const count = changedKeys(before, station).length;
  const show = (base: FormStation, next: FormStation) => {
    setBefore(base);
    setStation(next);
    setRound(round + 1);
  };
  const edit: Edit = (partOf) => {
    // The type excludes parts that are undefined. JSON leaves them out.
    setStation((now) => ({ ...now, ...partOf(now) }) as FormStation);
    setOutcome(undefined);
  };
  const submit = useOneAtATime(async () => {
    const path = `/api/stations/${encodeURIComponent(id)}`;
    try {
      const seen = before.version === undefined ? {} : { "if-match": before.version };
      const saved = await ask<FormStation>("PUT", path, station, seen);
      replaceStation(saved);
      setBefore(saved);
      // With what was typed meanwhile. The boxes keep their text and the focus.
      setStation((now) => withMine(saved, now, station));
      setOutcome({ is: "saved" });
      void queryClient.invalidateQueries();
    } catch (error) {
      const refusal = refusalOf(error);
      const isConflict = refusal?.status === 409;
      const theirs = isConflict ? await ask<FormStation>("GET", path).catch(() => undefined) : undefined;
      if (theirs) setOutcome({ is: "conflict", theirs });
      else setOutcome({ is: "notSaved", wrong: refusal?.issues?.map(({ path: at }) => at) ?? [] });
    }
  });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    void submit();
  };
  const isSaved = outcome?.is === "saved" && count === 0;
  const refused = outcome?.is === "notSaved" ? outcome.wrong : [];
  const wrong = (path: string) =>
    refused.some((found) => found === path || found.startsWith(`${path}.`)) ? t("wrong") : undefined;
  const shown = sections.filter(([, , isFor]) => isFor?.(station) ?? true);
  return (
    <PageFrame title={before.name} wide="full" back={{ to: "/", words: t("stations") }}>
      <StationContext value={station}>
        <AskToLeave isUnsaved={count > 0} />
        <CannotRecognize />
        <p className="text-ink-2">{t("everywhere")}</p>
        <LeftOut id={id} />
        <EventNote station={before} isLinked={false} />
        <div className="grid items-start gap-6 lg:grid-cols-[11rem_minmax(0,1fr)] xl:grid-cols-[11rem_minmax(0,1fr)_auto]">
          <nav aria-label={t("sections")} className="lg:sticky lg:top-6">
            <ul className="flex flex-wrap gap-x-4 lg:grid">
              {[...shown.map(([name]) => name), "files" as const, "devices" as const].map((name) => (
                <li key={name}>
                  <a
                    href={`#setup-section-${name}`}
                    className="flex min-h-(--tap) min-w-(--tap) items-center text-ink-2 no-underline"
                  >
                    {t(`titles.${name}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <form key={round} className="grid gap-6" noValidate onSubmit={onSubmit}>
            {shown.map(([name, Section]) => (
              <section key={name} aria-labelledby={`setup-section-${name}`} className="card grid gap-(--gap) p-5">
                <h2 id={`setup-section-${name}`} className="scroll-mt-6 text-xl">
                  {t(`titles.${name}`)}
                </h2>
                <Section station={station} edit={edit} wrong={wrong} />
              </section>
            ))}
            <section aria-labelledby="setup-section-files" className="card grid gap-(--gap) p-5">
              <h2 id="setup-section-files" className="text-xl">
                {t("titles.files")}
              </h2>
              <Files station={station} onImport={(settings) => show(before, settings)} />
            </section>
            <section aria-labelledby="setup-section-devices" className="card grid gap-(--gap) p-5">
              <h2 id="setup-section-devices" className="scroll-mt-6 text-xl">
                {t("titles.devices")}
              </h2>
              <OnDevices station={before} />
            </section>
            {outcome?.is === "conflict" && (
              <Note role="alert" look="warn" className="flex-wrap items-center">
                <span className="flex-1 basis-60">{t("conflict", { count })}</span>
                <button
                  type="button"
                  className="btn btn-secondary"
                  onClick={() => {
                    show(outcome.theirs, withMine(outcome.theirs, station, before));
                    setOutcome(undefined);
                  }}
                >
                  {t("addMine")}
                </button>
              </Note>
            )}
            <div className="sticky bottom-0 z-10 -mx-5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-5 py-3">
              <p role="status" className={`flex-1 basis-40 ${outcome?.is === "notSaved" ? "text-over" : "text-ink-2"}`}>
                {isSaved || outcome?.is === "notSaved" ? t(outcome.is) : count > 0 && t("changes", { count })}
              </p>
              {count > 0 && (
                <button
                  type="button"
                  className="btn btn-secondary"
                  onClick={() => {
                    show(before, before);
                    setOutcome(undefined);
                  }}
                >
                  {t("discard")}
                </button>
              )}
              <button type="submit" className="btn btn-primary max-sm:flex-auto">
                {t("save")}
              </button>
            </div>
          </form>
          <Preview station={station} />
        </div>
      </StationContext>
    </PageFrame>
  );
}
