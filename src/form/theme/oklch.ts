import { linear } from "./contrast.ts";

/**
 * A color in OKLCH: lightness (0 to 1), chroma, hue in degrees. Equal steps of lightness look equal (Ottosson, OKLab).
 */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export function toOklch(hex: string): Oklch {
  const [red, green, blue] = linear(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { l, c: Math.hypot(a, b), h: (Math.atan2(b, a) * 180) / Math.PI };
}

/** The nearest color that a screen can show. Lightness and hue stay, chroma is reduced. */
export function fromOklch({ l, c, h }: Oklch): string {
  for (let chroma = c; ; chroma *= 0.96) {
    const rgb = toLinear(l, chroma, (h * Math.PI) / 180);
    if (chroma < 0.001 || rgb.every((value) => value > -0.0008 && value < 1.0008)) return `#${rgb.map(toHex).join("")}`;
  }
}

function toLinear(l: number, chroma: number, hue: number): readonly number[] {
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function toHex(value: number): string {
  const shown = Math.min(1, Math.max(0, value));
  const gamma = shown <= 0.0031308 ? 12.92 * shown : 1.055 * shown ** (1 / 2.4) - 0.055;
  return Math.round(255 * gamma)
    .toString(16)
    .padStart(2, "0")
    .toUpperCase();
}
