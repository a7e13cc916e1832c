import { useLayoutEffect, useRef, useState, type CSSProperties } from "react";

interface Props {
  readonly text: string;
  /** Where the part begins that would be cut. */
  readonly end: number;
  readonly lines: boolean;
}

/** What decides where the letters of a box stand. How lines break is in field.css: of one line the browser does not say it. */
const mirrored = [
  ...["direction", "unicode-bidi", "text-align", "text-indent", "text-transform", "text-rendering", "tab-size"],
  ...["font-family", "font-size", "font-style", "font-weight", "font-stretch", "font-kerning", "font-variant"],
  ...["font-feature-settings", "font-variation-settings", "letter-spacing", "word-spacing", "line-height"],
  ...["padding-top", "padding-right", "padding-bottom", "padding-left"],
];
/** Whatever may scroll a box or change its size. */
const moves = [
  "scroll",
  "selectionchange",
  "focusin",
  "focusout",
  "keyup",
  "pointermove",
  "pointerup",
  "wheel",
] as const;

/**
 * The tint behind the letters past the limit. The text is laid out once more as the box lays it out, in one piece, so
 * that letters join and turn as they do there; the tint stands where its last part stands, moved as the box scrolls.
 */
export function Marks({ text, end, lines }: Props) {
  const layer = useRef<HTMLSpanElement>(null);
  const [tints, setTints] = useState<readonly CSSProperties[]>([]);
  useLayoutEffect(() => {
    const box = layer.current?.parentElement?.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    if (!box) return;
    let frame = 0;
    const place = () => layer.current && setTints(tintsOf(layer.current, box, text, end));
    const placeSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    place();
    placeSoon();
    const sized = new ResizeObserver(placeSoon);
    sized.observe(box);
    for (const move of moves) document.addEventListener(move, placeSoon, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      sized.disconnect();
      for (const move of moves) document.removeEventListener(move, placeSoon, { capture: true });
    };
  }, [text, end]);
  return (
    <span ref={layer} className="marks" aria-hidden="true">
      <span translate="no" className={lines ? "marks-lines" : "marks-line"}>
        {text}
      </span>
      {tints.map((tint, index) => (
        <mark key={index} style={tint} />
      ))}
    </span>
  );
}

function tintsOf(layer: HTMLElement, box: HTMLElement, text: string, end: number): readonly CSSProperties[] {
  const mirror = layer.firstElementChild;
  if (!(mirror instanceof HTMLElement)) return [];
  // A browser that translates the page, whatever it is told, has put elements of its own into it.
  if (!(mirror.firstChild instanceof Text) || mirror.firstChild.data !== text) mirror.textContent = text;
  const letters = mirror.firstChild;
  if (!letters) return [];
  const style = getComputedStyle(box);
  for (const name of mirrored) mirror.style.setProperty(name, style.getPropertyValue(name));
  Object.assign(layer.style, {
    left: `${box.offsetLeft + box.clientLeft}px`,
    top: `${box.offsetTop + box.clientTop}px`,
    width: `${box.clientWidth}px`,
    height: `${box.clientHeight}px`,
    // A box shows no letter beyond its paddings.
    clipPath: `inset(0 ${style.paddingRight} 0 ${style.paddingLeft})`,
  });
  const origin = layer.getBoundingClientRect();
  const past = document.createRange();
  past.setStart(letters, end);
  past.setEnd(letters, text.length);
  return [...past.getClientRects()].map(({ left, top, width, height }) => ({
    left: left - origin.left - box.scrollLeft,
    top: top - origin.top - box.scrollTop,
    width,
    height,
  }));
}
