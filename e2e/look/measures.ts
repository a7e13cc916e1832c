/** These functions run in the page, so each must be self-contained. They return the violations. */

/**
 * Targets below the minimum for the page's density: 64 px at the kiosk, 44 px for touch, 24 px otherwise (WCAG 2.5.8).
 */
export function smallTargets(): readonly string[] {
  const floor = { kiosk: 64, touch: 44, desk: 24 }[document.documentElement.dataset["density"] ?? "touch"] ?? 44;
  const all = document.querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, [role=option], [tabindex='0']",
  );
  return [...all].flatMap((element) => {
    // The target of a choice is its label, of a text its box. A link within a sentence is exempt.
    const box = "div:has(> :is(input:not([type=file]), select, textarea))";
    const target = element.closest<HTMLElement>(`label, ${box}`) ?? element;
    const { width, height } = target.getBoundingClientRect();
    const inSentence = getComputedStyle(element).display === "inline" && element.closest("p, dd") !== null;
    const { visibility, pointerEvents } = getComputedStyle(element);
    const isHidden = width === 0 || visibility === "hidden" || pointerEvents === "none";
    const isAway = element.closest("[inert], details:not([open]) > :not(summary)") !== null;
    if (isHidden || isAway || inSentence || Math.min(width, height) > floor - 0.5) return [];
    return [`${target.outerHTML.slice(0, 120)} is ${width.toFixed()} by ${height.toFixed()}, wants ${floor}`];
  });
}

/** Elements beyond the right edge, if the page scrolls sideways (WCAG 1.4.10). */
export function scrollsSideways(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll<HTMLElement>("*")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

/** Text boxes in which a browser may offer earlier input. */
export function letsBrowsersFill(): readonly string[] {
  const boxes = document.querySelectorAll<HTMLInputElement>("input, textarea");
  return [...boxes]
    .filter(({ type, readOnly }) => !readOnly && !["radio", "checkbox", "file"].includes(type))
    .filter(({ autocomplete }) => autocomplete !== "off")
    .map((box) => box.outerHTML.slice(0, 120));
}

export interface Focused {
  /** Its index in the document, as identity. */
  readonly index: number;
  readonly what: string;
  /** The class name of its landmark. */
  readonly part: string;
  readonly top: number;
  readonly left: number;
  /** The focus is visible: an outline or a shadow (WCAG 2.4.7). */
  readonly seen: boolean;
  /** Another element covers it (WCAG 2.4.11). */
  readonly covered: boolean;
}

/** The focused element and whether people can see it; undefined if none has the focus. */
export function focused(): Focused | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const box = "div:has(> :is(input:not([type=file]), select, textarea))";
  const target = element.closest<HTMLElement>(`label, ${box}`) ?? element;
  const { top, left, width, height } = target.getBoundingClientRect();
  const drawn = [element, target].map((each) => getComputedStyle(each));
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    index: [...document.querySelectorAll("*")].indexOf(element),
    what: target.outerHTML.slice(0, 120),
    part: element.closest("header, nav, main, aside, footer")?.className ?? "",
    top: top + window.scrollY,
    left,
    seen: drawn.some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none"),
    covered: above === null || !(target.contains(above) || above.contains(target)),
  };
}

/** The focused element, and whether it or the frame around it is outlined only while it has the focus. */
export function outlined(): Pick<Focused, "index" | "what" | "seen"> | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const frame = element.closest(".box, .pick, .switch-row") ?? element;
  const outlines = () =>
    [element, frame].map((one) => {
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(one);
      return outlineStyle === "none" ? "" : `${outlineWidth} ${outlineColor} ${outlineOffset}`;
    });
  const [own, frames] = outlines();
  element.blur();
  const [ownBefore, framesBefore] = outlines();
  element.focus();
  return {
    index: [...document.querySelectorAll("*")].indexOf(element),
    what: element.outerHTML.slice(0, 120),
    seen: (own !== "" && own !== ownBefore) || (frames !== "" && frames !== framesBefore),
  };
}
