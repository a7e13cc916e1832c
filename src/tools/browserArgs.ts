/** Chromium's arguments in all tests: works in containers, without GPU and without background requests. */
export const browserArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
] as const;
