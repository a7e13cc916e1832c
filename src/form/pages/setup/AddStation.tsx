import { useEffect, useId, useRef, useState, type SyntheticEvent } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { profiles, type Station } from "#lead/station/station.ts";
import { ask, refusalOf } from "../../browser/api.ts";
import { useNavigate } from "../../browser/route.ts";
import { useUnsaved } from "../../browser/unsaved.ts";
import { useOneAtATime } from "../../browser/useOneAtATime.ts";
import type { FormStation } from "../../station/useStation.ts";
import { idOfTime, newStation } from "./newStation.ts";
import { Choice } from "../../ui/Choice.tsx";
import { SetupLine } from "./sections/SetupLine.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

interface Props {
  /** The station whose settings the new one starts with. */
  readonly copyOf?: FormStation;
  readonly onEnd: () => void;
}

/** A dialog that asks for the name and the profile of a new station, and opens its settings. */
export function AddStation({ copyOf, onEnd }: Props) {
  const t = useTranslations();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [name, setName] = useState("");
  const [profile, setProfile] = useState<Station["profile"]>(copyOf?.profile ?? "kiosk");
  const [failed, setFailed] = useState<"nameTaken" | "notSaved">();
  useEffect(() => dialog.current?.showModal(), []);
  // The same at a second try: the first may have arrived.
  const [other] = useState(idOfTime);
  useUnsaved(name !== "");
  const submit = useOneAtATime(async () => {
    const station = newStation(name, other, copyOf ?? { profile });
    try {
      await ask("PUT", `/api/stations/${station.id}`, station, { "if-none-match": "*" });
      onEnd();
      navigate(`/settings/${station.id}`);
    } catch (error) {
      setFailed(refusalOf(error)?.status === 409 ? "nameTaken" : "notSaved");
    }
  });
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    // React gives it to the form of the open station, too, and that would save the station.
    event.stopPropagation();
    if (name !== "") void submit();
  };
  // Not inside the form of the open station: a form in a form cannot be submitted.
  return createPortal(
    <Dialog ref={dialog} aria-labelledby={id} onClose={onEnd}>
      <h2 id={id} className="mb-4 text-2xl">
        {t(copyOf ? "setup.copy" : "setup.add")}
      </h2>
      <form className="grid gap-(--gap)" noValidate onSubmit={onSubmit}>
        <SetupLine
          name="newName"
          initial=""
          wrong={failed && t(`setup.${failed}`)}
          onChange={(text) => setName(text.trim())}
        />
        {!copyOf && (
          <Choice
            name="new-profile"
            legend={t("setup.profile")}
            values={profiles}
            now={profile}
            wordOf={(one) => t(`pages.profiles.${one}`)}
            onChange={setProfile}
          />
        )}
        <div className="flex flex-wrap justify-end gap-3">
          <button type="button" className="btn btn-secondary" onClick={() => dialog.current?.close()}>
            {t("setup.cancel")}
          </button>
          <button type="submit" className="btn btn-primary" disabled={name === ""}>
            {t("setup.add")}
          </button>
        </div>
      </form>
    </Dialog>,
    document.body,
  );
}
