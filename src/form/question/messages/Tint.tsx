import { useLayoutEffect, useRef, useState, type CSSProperties } from "react";

interface Props {
  readonly text: string;
  /** The index where the part starts that would be cut. */
  readonly end: number;
  readonly lines: boolean;
}

/**
 * The styles that decide the position of letters in a box. Line breaks are set below: for a one-line box, the computed
 * style does not give them.
 */
const mirrored = [
  ...["direction", "unicode-bidi", "text-align", "text-indent", "text-transform", "text-rendering", "tab-size"],
  ...["font-family", "font-size", "font-style", "font-weight", "font-stretch", "font-kerning", "font-variant"],
  ...["font-feature-settings", "font-variation-settings", "letter-spacing", "word-spacing", "line-height"],
  ...["padding-top", "padding-right", "padding-bottom", "padding-left"],
];
const oneLine = "absolute inset-x-0 top-1/2 flow-root -translate-y-1/2 whitespace-pre";
const severalLines = "block wrap-break-word whitespace-pre-wrap";
/** Events that may scroll a box or change its size. */
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
 * The tint behind the letters past the limit. A hidden copy of the text has the same layout as the box, in one piece,
 * so that letters join and change direction as in the box. The tint has the place of the copy's last part, and follows
 * when the box scrolls.
 */
export function Tint({ text, end, lines }: Props) {
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
    <span
      ref={layer}
      className="pointer-events-none absolute z-0 max-w-full overflow-hidden text-transparent"
      aria-hidden="true"
    >
      <span translate="no" className={lines ? severalLines : oneLine}>
        {text}
      </span>
      {tints.map((tint, index) => (
        <mark
          key={index}
          style={tint}
          className="absolute rounded-[3px] bg-[color-mix(in_srgb,var(--over-solid)_24%,var(--surface))] forced-colors:bg-[Mark] forced-colors:text-[MarkText]"
        />
      ))}
    </span>
  );
}

function tintsOf(layer: HTMLElement, box: HTMLElement, text: string, end: number): readonly CSSProperties[] {
  const mirror = layer.firstElementChild;
  if (!(mirror instanceof HTMLElement)) return [];
  // Browsers that translate the page put their own elements into it, despite `translate="no"`.
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
    // A box shows no letters in its padding.
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
