/** The answers in a pasted list, one a line or parted by semicolons or commas; undefined when it is no list. */
export function pasted(text: string): readonly string[] | undefined {
  const parts = text
    .split(/[\n;,\t]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 1 ? parts : undefined;
}
