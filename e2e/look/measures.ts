/** What is measured in the page itself: each function is sent there whole, and answers what is wrong. */

/** Targets smaller than the floor of the page's density: 64 px at the kiosk, 44 for thumbs, never under 24 (WCAG 2.5.8). */
export function smallTargets(): readonly string[] {
  const floor = { kiosk: 64, touch: 44, desk: 24 }[document.documentElement.dataset["density"] ?? "touch"] ?? 44;
  const all = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, [role=option], [tabindex='0']",
  );
  return [...all].flatMap((element) => {
    // A choice is its label, a text its box; a link within a sentence is as high as the sentence.
    const target = element.closest<HTMLElement>("label, .control, .segments") ?? element;
    const { width, height } = target.getBoundingClientRect();
    const inSentence = getComputedStyle(element).display === "inline" && element.closest("p, dd") !== null;
    const isHidden = width === 0 || getComputedStyle(element).visibility === "hidden";
    const isAway = element.closest("[inert], details:not([open]) > :not(summary)") !== null;
    if (isHidden || isAway || inSentence || Math.min(width, height) > floor - 0.5) return [];
    return [`${target.outerHTML.slice(0, 120)} is ${width.toFixed()} by ${height.toFixed()}, wants ${floor}`];
  });
}

/** What reaches beyond the right edge, where the page can be moved sideways (WCAG 1.4.10). */
export function scrollsSideways(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll<HTMLElement>("*")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

/** Text boxes that a browser may fill from what was typed before. */
export function letsBrowsersFill(): readonly string[] {
  const boxes = document.querySelectorAll<HTMLInputElement>("input, textarea");
  return [...boxes]
    .filter(({ type, readOnly }) => !readOnly && !["radio", "checkbox"].includes(type))
    .filter(({ autocomplete }) => autocomplete !== "off")
    .map((box) => box.outerHTML.slice(0, 120));
}

export interface Focused {
  /** Its place in the document, to know it again. */
  readonly index: number;
  readonly what: string;
  /** The landmark it stands in. */
  readonly part: string;
  readonly top: number;
  readonly left: number;
  /** A ring or an edge shows the focus (WCAG 2.4.7). */
  readonly seen: boolean;
  /** A bar lies over it (WCAG 2.4.11). */
  readonly covered: boolean;
}

/** What has the focus, and whether people can see it. */
export function focused(): Focused | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const target = element.closest<HTMLElement>("label, .control") ?? element;
  const { top, left, width, height } = target.getBoundingClientRect();
  const drawn = [element, target].map((each) => getComputedStyle(each));
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    index: [...document.querySelectorAll("*")].indexOf(element),
    what: target.outerHTML.slice(0, 120),
    part: element.closest("header, nav, main, aside, .bar")?.className ?? "",
    top: top + window.scrollY,
    left,
    seen: drawn.some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none"),
    covered: above === null || !(target.contains(above) || above.contains(target)),
  };
}
