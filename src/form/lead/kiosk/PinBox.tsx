import { useId } from "react";
import { LabelledBox } from "../../ui/LabelledBox.tsx";

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly wrong: string | undefined;
  readonly onChange: (value: string) => void;
}

/**
 * The box for a kiosk's PIN. Pasting works. Browsers fill a saved passcode into a box with "off", but not into one for a
 * code that is used once.
 */
export const PinBox = (props: Props) => (
  <LabelledBox id={useId()} type="password" inputMode="numeric" autoComplete="one-time-code" isAnswer {...props} />
);
