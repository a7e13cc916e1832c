/** What everything is drawn on, and the ink and paper of buttons: the brand's tokens are chosen against these. */
export const grounds = {
  light: { bg: "#F5F6F3", surface: "#FFFFFF", ink: "#10221E" },
  dark: { bg: "#0C1614", surface: "#13201D", ink: "#EBF2EE" },
} as const;

/** Text and accent on a brand's dark panels; the same for every brand. */
export const onPanels = { "on-panel": "#F1FAF6", "panel-accent": "#E8C275" } as const;

export type Mode = keyof typeof grounds;
