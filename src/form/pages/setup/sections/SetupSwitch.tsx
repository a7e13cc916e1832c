import { useTranslations } from "use-intl";
import { Switch, SwitchRow } from "../../../ui/Switch.tsx";
import { Hint } from "../../../ui/Hint.tsx";

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
      <SwitchRow htmlFor={id}>
        <span>{t(`${name}.label`)}</span>
        <Switch
          id={id}
          checked={on}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange(target.checked)}
        />
      </SwitchRow>
      <Hint id={`${id}-hint`}>{t(`${name}.hint`)}</Hint>
    </div>
  );
}
