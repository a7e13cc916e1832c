import { toOklch } from "../../../theme/oklch.ts";

/** Colors that people name, as they are usually drawn. */
const named = {
  black: "#111111",
  gray: "#808080",
  white: "#FFFFFF",
  brown: "#7B4A21",
  burgundy: "#800020",
  red: "#D01C1F",
  orange: "#F57C00",
  gold: "#C9A227",
  yellow: "#FFE135",
  olive: "#6B7A1E",
  green: "#2E8B3D",
  darkGreen: "#0B4F36",
  teal: "#0F8088",
  turquoise: "#40D0C8",
  lightBlue: "#87BEEB",
  blue: "#1F5FD0",
  navy: "#14264F",
  purple: "#6A2C91",
  pink: "#F48FB1",
} as const;

export type ColourName = keyof typeof named;

/** The name of the nearest of these colors. undefined if the text is no color. */
export function colourName(hex: string): ColourName | undefined {
  if (!/^#[\da-f]{6}$/i.test(hex)) return undefined;
  const distance = (name: ColourName) =>
    Math.hypot(...placeOf(hex).map((at, axis) => at - (placeOf(named[name])[axis] ?? 0)));
  return (Object.keys(named) as ColourName[]).toSorted((one, other) => distance(one) - distance(other))[0];
}

/** A color as a point. People name a color by its hue more than by its lightness. */
function placeOf(hex: string): readonly number[] {
  const { l, c, h } = toOklch(hex);
  const hue = (h * Math.PI) / 180;
  return [l / 2, c * Math.cos(hue), c * Math.sin(hue)];
}
