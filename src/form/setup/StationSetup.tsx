import { use, useState, type SyntheticEvent } from "react";
import { useTranslations } from "use-intl";
import { isVisited } from "#lead/allowed.ts";
import { RequestError } from "../api.ts";
import { EventLines } from "../event/EventLines.tsx";
import { EventNote } from "../event/EventNote.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { queryClient } from "../queryClient.ts";
import { CannotRecognize } from "../station/CannotRecognize.tsx";
import { loadStation } from "../station/loadStation.ts";
import { saveStation } from "../station/saveStation.ts";
import { LeftOut } from "./LeftOut.tsx";
import { SetupLine } from "./SetupLine.tsx";
import { SetupSwitch } from "./SetupSwitch.tsx";
import { stationOf, typedOf, type Typed } from "./typed.ts";

type Outcome = { readonly saved: boolean; readonly wrong: readonly string[] };

/** What an office changes about a station most often; the rest is in its file (STATIONS_FILE). */
export function StationSetup({ id }: { readonly id: string }) {
  const t = useTranslations("setup");
  const loaded = use(loadStation(id));
  const [station, setStation] = useState(loaded);
  const [typed, setTyped] = useState(() => typedOf(loaded));
  const [outcome, setOutcome] = useState<Outcome>();
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setOutcome(undefined);
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      const saved = await saveStation(stationOf(typed, station));
      setStation(saved);
      setTyped(typedOf(saved));
      setOutcome({ saved: true, wrong: [] });
      await queryClient.invalidateQueries({ queryKey: ["left-out", id] });
    } catch (error) {
      const issues = error instanceof RequestError ? error.problem?.issues : undefined;
      setOutcome({ saved: false, wrong: issues?.map(({ path }) => path) ?? [] });
    }
  };
  const wrong = (path: string) =>
    outcome?.wrong.some((found) => found === path || found.startsWith(`${path}.`)) ? t("wrong") : undefined;
  return (
    <PageFrame title={station.name}>
      <CannotRecognize />
      <p className="text-ink-2">{t("everywhere")}</p>
      <LeftOut id={id} />
      <EventNote station={station} isLinked={false} />
      <form className="card grid gap-(--gap) p-5" noValidate onSubmit={(event) => void submit(event)}>
        <SetupLine name="name" value={typed.name} wrong={wrong("name")} onChange={(name) => change({ name })} />
        {station.profile === "agent" && (
          <SetupLine
            name="temperatures"
            lines
            value={typed.temperatures}
            wrong={wrong("temperatures")}
            onChange={(temperatures) => change({ temperatures })}
          />
        )}
        {station.profile === "kiosk" && (
          <EventLines
            event={typed.event}
            presets={station.presets ?? {}}
            wrong={{ address: wrong("event.address") }}
            onChange={(event) => change({ event })}
          />
        )}
        {!isVisited(station) && (
          <SetupSwitch name="drafts" on={typed.drafts} onChange={(drafts) => change({ drafts })} />
        )}
        <SetupSwitch
          name="updateKnownPeople"
          on={typed.updateKnownPeople}
          onChange={(updateKnownPeople) => change({ updateKnownPeople })}
        />
        {typed.updateKnownPeople && (
          <SetupSwitch
            name="holdUnrecognized"
            on={typed.holdUnrecognized}
            onChange={(holdUnrecognized) => change({ holdUnrecognized })}
          />
        )}
        {station.profile === "kiosk" && (
          <SetupLine
            name="idleSeconds"
            value={typed.idleSeconds}
            wrong={wrong("idleSeconds")}
            onChange={(idleSeconds) => change({ idleSeconds })}
          />
        )}
        <SetupLine
          name="brandName"
          value={typed.brandName}
          wrong={wrong("brand.name")}
          onChange={(brandName) => change({ brandName })}
        />
        <SetupLine
          name="brandColour"
          value={typed.brandColour}
          wrong={wrong("brand.colour")}
          onChange={(brandColour) => change({ brandColour })}
        />
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className="btn btn-primary">
            {t("save")}
          </button>
          <p role="status" className={outcome?.saved ? "text-ok" : "text-over"}>
            {outcome && t(outcome.saved ? "saved" : "notSaved")}
          </p>
        </div>
      </form>
    </PageFrame>
  );
}
