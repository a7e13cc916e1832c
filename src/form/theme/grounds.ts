/** The background colors, and the text color of light buttons. The brand tokens must have contrast to these. */
export const grounds = {
  light: { bg: "#F5F6F3", surface: "#FFFFFF", ink: "#10221E" },
  dark: { bg: "#0C1614", surface: "#13201D", ink: "#EBF2EE" },
} as const;

/** Text and accent color on dark panels. The same for every brand. */
export const onPanels = { "on-panel": "#F1FAF6", "panel-accent": "#E8C275" } as const;

export type Mode = keyof typeof grounds;
