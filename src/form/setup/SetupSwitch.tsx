import { useTranslations } from "use-intl";

interface Props {
  readonly name: "drafts" | "updateKnownPeople" | "holdUnrecognized";
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A setting of a station that is on or off. */
export function SetupSwitch({ name, on, onChange }: Props) {
  const t = useTranslations("setup");
  const id = `setup-${name}`;
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
