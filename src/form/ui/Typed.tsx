/** A translated text whose isolated parts (characters.ts) are elements: nothing that nobody sees is left to copy. */
export function Typed({ text }: { readonly text: string }) {
  const parts = text
    .split(/\u2068([^\u2069]*)\u2069/)
    .map((part, index) => (index % 2 === 1 ? <bdi key={index}>{part}</bdi> : part));
  // A text that changes is drawn anew: a browser that translates the page has put elements of its own into the old one.
  return <span key={text}>{parts}</span>;
}
