import { useTranslations } from "use-intl";

interface Props {
  readonly name:
    | "drafts"
    | "updateKnownPeople"
    | "holdUnrecognized"
    | "strictConsent"
    | "attributeVisitors"
    | "agency"
    | "agencyName"
    | "agencyAgent";
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly row?: number;
}

/** A switch for one setting of a station. */
export function SetupSwitch({ name, on, onChange, row }: Props) {
  const t = useTranslations("setup");
  const id = row === undefined ? `setup-${name}` : `setup-${name}-${row}`;
  return (
    <div className="field">
      <label className="switch-row" htmlFor={id}>
        <span>{t(`${name}.label`)}</span>
        <input
          type="checkbox"
          className="switch"
          id={id}
          checked={on}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange(target.checked)}
        />
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t(`${name}.hint`)}
      </p>
    </div>
  );
}
