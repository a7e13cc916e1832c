import { Copy, Download, Trash2, Upload } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isolatedAlways } from "#lead/characters.ts";
import { isObject } from "#lead/json.ts";
import { parseStation } from "#lead/station/parseStation.ts";
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

interface Props {
  readonly station: FormStation;
  /** Replaces all settings but the id. */
  readonly onImport: (settings: FormStation) => void;
}

/** Saves the settings as a file, reads one, copies the station, or removes it. */
export function Files({ station, onImport }: Props) {
  const t = useTranslations("setup");
  const [asks, setAsks] = useState(false);
  const [copies, setCopies] = useState(false);
  const [failed, setFailed] = useState<"notAStation" | "lastStation" | "notRemoved">();
  const signal = useSignal();
  const { version: _version, sealTo: _sealTo, ...settings } = station;
  const read = async (chosen: File) => {
    try {
      const found = await readJsonFile(chosen);
      const parsed = parseStation(isObject(found) ? { ...found, id: station.id } : found);
      if ("issues" in parsed) throw new Error("not a station");
      setFailed(undefined);
      onImport(parsed.station);
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
