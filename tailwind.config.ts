import plugin from "tailwindcss/plugin";
import type { Config } from "tailwindcss";
import { grounds, onPanels } from "./src/form/theme/grounds.ts";

/**
 * The design tokens. Components read the names (`bg-surface`, `var(--ink)`), never a raw colour; a station's brand
 * replaces the brand and panel names as a set (src/form/theme/brandTokens.ts). src/form/theme/tokens.test.ts computes the
 * contrast of every pair.
 */
export const light = {
  ...grounds.light,
  sunken: "#ECEEE9",
  line: "#DEE1DB",
  "line-strong": "#C9CEC7",
  control: "#747E78",
  "control-hover": "#4F605B",
  "ink-2": "#394C48",
  "ink-3": "#4F605B",
  brand: "#055651",
  "brand-hover": "#00433F",
  "on-brand": "#FFFFFF",
  "brand-edge": "transparent",
  "brand-ink": "#055651",
  "brand-line": "#096C64",
  "brand-tint": "#DDF0E9",
  "brand-tint-2": "#EDF6F2",
  panel: "#00322F",
  "panel-2": "#002422",
  ...onPanels,
  "on-panel-2": "#A9CFC5",
  "panel-line": "#2F6660",
  over: "#AC2A0F",
  "over-solid": "#CC3719",
  "over-tint": "#FDEBE5",
  "over-line": "#E9A08D",
  warn: "#765106",
  "warn-tint": "#F9EFD6",
  ok: "#1F652F",
  "ok-tint": "#E1F3E4",
  info: "#1D5B92",
  "info-tint": "#E4F0FB",
  focus: "#1D52DE",
  scrim: "rgb(0 30 28 / .62)",
  "shadow-bar": "0 -8px 24px -12px rgb(16 34 30 / .16)",
  "shadow-dialog": "0 24px 60px -12px rgb(0 30 28 / .38), 0 2px 6px rgb(0 30 28 / .12)",
};

export const dark: Record<keyof typeof light, string> = {
  ...grounds.dark,
  sunken: "#0F1A18",
  line: "#25362F",
  "line-strong": "#36493F",
  control: "#7C8F87",
  "control-hover": "#A9BAB2",
  "ink-2": "#BCCBC4",
  "ink-3": "#9BACA4",
  brand: "#7ED0BE",
  "brand-hover": "#ABE2D2",
  "on-brand": "#00201E",
  "brand-edge": "transparent",
  "brand-ink": "#8FD9C8",
  "brand-line": "#4FA294",
  "brand-tint": "#123631",
  "brand-tint-2": "#112A26",
  panel: "#04231F",
  "panel-2": "#021715",
  ...onPanels,
  "on-panel-2": "#A9CFC5",
  "panel-line": "#285A53",
  over: "#FFA48C",
  "over-solid": "#E5583A",
  "over-tint": "#371711",
  "over-line": "#8A3A27",
  warn: "#EBC678",
  "warn-tint": "#2E2410",
  ok: "#8FD6A0",
  "ok-tint": "#12291A",
  info: "#9CC8F2",
  "info-tint": "#11263A",
  focus: "#9DB8FF",
  scrim: "rgb(0 8 7 / .72)",
  "shadow-bar": "0 -8px 24px -12px rgb(0 0 0 / .6)",
  "shadow-dialog": "0 24px 60px -12px rgb(0 0 0 / .8)",
};

/** More contrast, for people who ask for it: their system, or the settings. */
export const lightMore = {
  "ink-2": "#10221E",
  "ink-3": "#24342F",
  control: "#394C48",
  line: "#747E78",
  brand: "#00433F",
  "brand-ink": "#00433F",
  over: "#8A1D06",
};
export const darkMore: typeof lightMore = {
  "ink-2": "#EBF2EE",
  "ink-3": "#D5E0DA",
  control: "#C4D2CB",
  line: "#7C8F87",
  brand: "#ABE2D2",
  "brand-ink": "#ABE2D2",
  over: "#FFC4B5",
};

/** Desk is dense and for keyboards, touch is for thumbs, kiosk for strangers at arm's length. */
const densities = {
  desk: {
    h: "2.375rem",
    "h-chip": "2.125rem",
    "chip-gap": ".5rem",
    "pad-x": ".6875rem",
    gap: ".875rem",
    "field-text": ".9375rem",
    label: ".8438rem",
    tap: "1.75rem",
    "r-control": "6px",
  },
  touch: {
    h: "3.25rem",
    "h-chip": "2.75rem",
    "chip-gap": ".5rem",
    "pad-x": ".875rem",
    gap: "1.125rem",
    "field-text": "1.0625rem",
    label: ".9375rem",
    tap: "2.75rem",
    "r-control": "7px",
  },
  kiosk: {
    h: "4.5rem",
    "h-chip": "4rem",
    "chip-gap": ".75rem",
    "chip-text": "1.3125rem",
    "pad-x": "1.25rem",
    gap: "1.75rem",
    "field-text": "1.5rem",
    label: "1.1875rem",
    tap: "4rem",
    "r-control": "10px",
  },
};

const vars = (tokens: Record<string, string>) =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]));

/** Tokens for light and dark: the system decides, a `data-theme` on the page overrules it. */
const themed = (inLight: Record<string, string>, inDark: Record<string, string>, scope = "") => ({
  [`:root${scope}`]: vars(inLight),
  "@media (prefers-color-scheme: dark)": { [`:root${scope}:not([data-theme=light])`]: vars(inDark) },
  [`:root${scope}[data-theme=dark]`]: vars(inDark),
});

const colours = Object.fromEntries(
  Object.entries(light)
    .filter(([, value]) => value.startsWith("#"))
    .map(([name]) => [name, `var(--${name})`]),
);

export default {
  content: ["./index.html", "./src/form/**/*.{ts,tsx}"],
  theme: {
    extend: {
      colors: colours,
      fontFamily: { display: "var(--font-display)", ui: "var(--font-ui)" },
      fontSize: {
        xs: ".8125rem",
        sm: ".875rem",
        md: "1rem",
        lg: "1.125rem",
        xl: "1.3125rem",
        "2xl": "1.625rem",
        "3xl": "2.125rem",
        "4xl": "2.75rem",
        "5xl": "3.75rem",
        "6xl": "5.25rem",
      },
      borderRadius: { control: "var(--r-control)", card: "10px", sheet: "16px" },
      animation: { awaited: "awaited 0s 300ms backwards" },
      keyframes: { awaited: { from: { visibility: "hidden" } } },
      screens: { sm: "480px", md: "768px", lg: "1024px", xl: "1280px" },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase(themed(light, dark));
      addBase({ "@media (prefers-contrast: more)": themed(lightMore, darkMore) });
      addBase(themed(lightMore, darkMore, "[data-contrast=more]"));
      addBase({ ":root": vars({ fast: "120ms" }) });
      addBase({ "@media (prefers-reduced-motion: reduce)": { ":root": vars({ fast: "0ms" }) } });
      addBase({ ":root[data-motion=reduce]": vars({ fast: "0ms" }) });
      for (const [name, tokens] of Object.entries(densities)) addBase({ [`[data-density=${name}]`]: vars(tokens) });
      // Safari on iOS zooms into a box with smaller text, and does not zoom out again.
      addBase({
        "@media (any-pointer: coarse)": {
          "[data-density=desk]": { "--field-text": "max(16px, 1rem)" },
          "input, textarea, select": { "font-size": "max(16px, 1em)" },
        },
      });
    }),
  ],
} satisfies Config;
