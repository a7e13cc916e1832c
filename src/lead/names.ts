/** Embeddings, overrides and isolates: they turn the text around them, and no name needs one. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
export const withoutTurns = (text: string): string => text.replace(turning, "");

/** A last name begins with these where it has them: van Gogh, de la Cruz. */
const particles = new Set("al bin da de del della den der di do dos du el la le st. ten ter van von zu".split(" "));

/** A first name that holds a last name too, in two; undefined where it is one word. `Sample, Ada` is read in its order. */
export function splitName(text: string): { readonly first: string; readonly last: string } | undefined {
  const [before = "", after = "", more] = text.split(",").map((part) => part.trim());
  if (before !== "" && after !== "" && more === undefined) return { first: after, last: before };
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length < 2 || text.includes(",")) return undefined;
  const particle = words.findIndex((word, index) => index > 0 && particles.has(word.toLowerCase()));
  const from = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { first: words.slice(0, from).join(" "), last: words.slice(from).join(" ") };
}
