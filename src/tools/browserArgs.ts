/** How every test starts Chromium: in containers, without a GPU, and without calling home. */
export const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
] as const;
