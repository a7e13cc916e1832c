/** Embeddings, overrides and isolates. They change the direction of the text around them, and no name needs them. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
export const withoutTurns = (text: string): string => text.replace(turning, "");

/** Words that start a last name: van Gogh, de la Cruz. */
const particles = new Set("al bin da de del della den der di do dos du el la le st. ten ter van von zu".split(" "));

/** Splits a text that holds first and last name. Returns undefined for one word. Reads `Sample, Ada` as last, first. */
export function splitName(text: string): { readonly first: string; readonly last: string } | undefined {
  const [before = "", after = "", more] = text.split(",").map((part) => part.trim());
  if (before !== "" && after !== "" && more === undefined) return { first: after, last: before };
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length < 2 || text.includes(",")) return undefined;
  // These scripts write the family name first.
  if (/^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\s]+$/u.test(text))
    return words.length === 2 ? { first: words[1] ?? "", last: words[0] ?? "" } : undefined;
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word.toLowerCase()));
  const from = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { first: words.slice(0, from).join(" "), last: words.slice(from).join(" ") };
}
