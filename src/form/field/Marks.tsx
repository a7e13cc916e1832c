/** Mirrors the typed text behind the input. Where the composed text differs from the typed one the sentence below says it all. */
export function Marks({
  text,
  kept,
  lines,
}: {
  readonly text: string;
  readonly kept: string;
  readonly lines: boolean;
}) {
  const start = text.length - text.trimStart().length;
  const end = start + kept.length;
  if (text.slice(start, end) !== kept) return null;
  return (
    <span dir="auto" className={`marks ${lines ? "marks-lines" : ""}`} aria-hidden="true">
      <span>{text.slice(0, end)}</span>
      <mark>{text.slice(end)}</mark>
    </span>
  );
}
