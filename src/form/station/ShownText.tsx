import type { ShownText as Shown } from "#lead/station/wording.ts";

/** A text of the station, as the broker typed it. Its language may be another than that of the screen. */
export function ShownText({ shown, className }: { readonly shown: Shown; readonly className: string }) {
  return (
    <p lang={shown.language} dir="auto" className={`whitespace-pre-line ${className}`}>
      {shown.text}
    </p>
  );
}
