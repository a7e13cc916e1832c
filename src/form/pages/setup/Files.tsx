import { Copy, Download, Trash2, Upload } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { isObject } from "#lead/json.ts";
import { parseStation } from "#lead/station/parseStation.ts";
import { storedStation } from "#lead/station/storedStation.ts";
import { ask, refusalOf } from "../../browser/api.ts";
import { jsonLink, readJsonFile } from "../../browser/jsonFile.ts";
import { navigate } from "../../browser/route.ts";
import { stopAsking } from "../../browser/unsaved.ts";
import { useSignal } from "../../browser/useSignal.ts";
import type { FormStation } from "../../station/useStation.ts";
import { Confirm } from "../../ui/Confirm.tsx";
import { FileButton } from "../../ui/FileButton.tsx";
import { AddStation } from "./AddStation.tsx";
import { Message } from "../../ui/Message.tsx";
import { Typed } from "../../ui/Typed.tsx";

interface Props {
  readonly station: FormStation;
  /** Replaces all settings but the id. */
  readonly onImport: (settings: FormStation) => void;
}

/** Saves the settings as a file, reads one, copies the station, or removes it. */
export function Files({ station, onImport }: Props) {
  const t = useTranslations("setup");
  const format = useFormatter();
  const [asks, setAsks] = useState(false);
  const [copies, setCopies] = useState(false);
  const [failed, setFailed] = useState<"notAStation" | "lastStation" | "notRemoved">();
  /** The settings of a file that cannot be used. */
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const signal = useSignal();
  const { version: _version, sealTo: _sealTo, ...settings } = station;
  const read = async (chosen: File) => {
    setFailed(undefined);
    setWrong([]);
    try {
      const found = await readJsonFile(chosen);
      const settings = isObject(found) ? { ...found, id: station.id } : found;
      const parsed = parseStation(settings);
      if ("station" in parsed) onImport(parsed.station);
      else if (storedStation(settings)) setWrong(parsed.issues.map(({ path }) => path));
      else setFailed("notAStation");
    } catch {
      setFailed("notAStation");
    }
  };
  const remove = async () => {
    try {
      await ask("DELETE", `/api/stations/${encodeURIComponent(station.id)}`);
    } catch (error) {
      const status = refusalOf(error)?.status;
      setAsks(false);
      // 404: an earlier try has removed it, and its answer was lost.
      if (status !== 404) return setFailed(status === 409 ? "lastStation" : "notRemoved");
    }
    // Who has left this page may be typing on another one.
    if (signal.aborted) return;
    stopAsking();
    navigate("/");
    window.location.reload();
  };
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <a className="btn btn-secondary" download={`${station.id}.json`} href={jsonLink(settings)}>
          <Download aria-hidden="true" />
          {t("exportFile")}
        </a>
        <FileButton
          label={t("importFile")}
          icon={<Upload aria-hidden="true" />}
          accept="application/json,.json"
          onFile={(file) => void read(file)}
        />
        <button type="button" className="btn btn-secondary" onClick={() => setCopies(true)}>
          <Copy aria-hidden="true" />
          {t("copy")}
        </button>
        <button type="button" className="btn btn-danger" onClick={() => setAsks(true)}>
          <Trash2 aria-hidden="true" />
          {t("removeStation")}
        </button>
      </div>
      {failed && (
        <Message tone="over" role="alert">
          {t(failed)}
        </Message>
      )}
      {wrong.length > 0 && (
        <Message tone="over" role="alert">
          <Typed text={t("wrongInFile", { parts: format.list(wrong.map(isolatedAlways)) })} />
        </Message>
      )}
      {copies && <AddStation copyOf={station} onEnd={() => setCopies(false)} />}
      {asks && (
        <Confirm
          title={t("removeTitle", { name: isolatedAlways(station.name) })}
          text={t("removeText")}
          yes={t("removeStation")}
          no={t("keepStation")}
          onYes={() => void remove()}
          onNo={() => setAsks(false)}
        />
      )}
    </>
  );
}
