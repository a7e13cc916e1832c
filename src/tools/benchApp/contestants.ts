export interface Contestant {
  readonly name: string;
  readonly url: string;
  /** The button that opens the form, if any. */
  readonly start?: string;
  /** The label of a box on the first step that has no counter. */
  readonly uncounted: string;
  /** The address of its service worker, if the bench must install it. "none": it does not open without a network. */
  readonly worker?: string;
}

/** The floors (baselines) are the same form in plain HTML and in bare React. Ratios are to bare React. */
export const floor = "bare React";
/** The limit that First name counts down from, in all contestants. */
export const limit = 30;

export const contestants = (floors: string, foyer: string): readonly Contestant[] => [
  { name: "plain HTML", url: `${floors}/plain/`, uncounted: "Email 1", worker: "/plain/worker.js" },
  { name: floor, url: `${floors}/react/`, uncounted: "Email 1", worker: "/react/worker.js" },
  { name: "desk", url: `${foyer}/s/front-desk`, uncounted: "Referred by" },
  { name: "agent", url: `${foyer}/s/open-house`, uncounted: "Email 1" },
  { name: "kiosk", url: `${foyer}/kiosk/kiosk`, start: "Tap to sign in", uncounted: "Email 1" },
  { name: "embed", url: `${foyer}/embed/website`, uncounted: "Email 1", worker: "none" },
];
