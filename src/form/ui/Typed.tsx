/**
 * Renders a translated text. Isolated parts (characters.ts) become <bdi> elements: a copy of the text then contains no
 * invisible characters.
 */
export function Typed({ text }: { readonly text: string }) {
  const parts = text
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((part, index) => (index % 2 === 1 ? <bdi key={index}>{part}</bdi> : part));
  // The key makes React replace the whole text. Browsers that translate the page put their own elements into the old
  // one.
  return <span key={text}>{parts}</span>;
}
