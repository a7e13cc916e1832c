import type { ShownText as Shown } from "#lead/station/wording.ts";

interface Props {
  readonly id?: string;
  readonly shown: Shown;
  readonly className: string;
}

/** A text of the station, as the broker typed it. Its language may be another than that of the screen. */
export function ShownText({ id, shown, className }: Props) {
  return (
    <p id={id} lang={shown.language} dir="auto" className={`whitespace-pre-line ${className}`}>
      {shown.text}
    </p>
  );
}
