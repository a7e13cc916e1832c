import { apartment } from "./apartment.ts";
import { house } from "./house.ts";
import { loft } from "./loft.ts";
import { ground, type Drawing, type Look } from "./sketch.ts";
import { townhouse } from "./townhouse.ts";

const drawings = { house: house(), townhouse: townhouse(), apartment: apartment(), loft: loft() };

const looks: Record<Look, string> = {
  thin: "fill-none stroke-on-panel-2 [stroke-width:1.2] [stroke-opacity:.34]",
  wall: "fill-panel stroke-on-panel-2 [stroke-width:1.7]",
  line: "fill-none stroke-on-panel-2 [stroke-width:1.7]",
  lit: "stroke-panel-accent [stroke-width:1.2] [fill:url(#house-light)]",
  edge: "fill-none stroke-on-panel [stroke-width:2.6]",
};

interface Props {
  readonly type: keyof typeof drawings;
  /** Words on the dimension line below the house. Undefined: the drawing has no dimension lines. */
  readonly caption?: string | undefined;
  /** Short words on the upright dimension line. */
  readonly upright?: string | undefined;
  readonly viewBox: string;
  readonly className: string;
}

/** A line drawing of a building with lit windows, for panels. Decorative: what it says is said elsewhere too. */
export function House({ type, caption, upright, viewBox, className }: Props) {
  const { strokes, ...dimensions } = drawings[type];
  return (
    <svg viewBox={viewBox} className={className} aria-hidden="true" strokeLinecap="round" strokeLinejoin="round">
      <defs>
        <linearGradient id="house-light" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className="[stop-color:color-mix(in_srgb,var(--panel-accent),white_25%)]" />
          <stop offset="1" className="[stop-color:color-mix(in_srgb,var(--panel-accent),var(--over-solid)_18%)]" />
        </linearGradient>
      </defs>
      <circle cx="700" cy="112" r="24" className="fill-none stroke-panel-accent [stroke-width:1.7]" />
      {strokes.map(({ look, d }, index) => (
        <path key={index} d={d} className={looks[look]} />
      ))}
      {caption !== undefined && <Dimensions {...dimensions} caption={caption} beside={upright} />}
    </svg>
  );
}

const below = 482;
const side = 44;
const words =
  "fill-panel-accent stroke-panel [stroke-width:22] text-[1.09375rem] font-[560] [paint-order:stroke] max-lg:hidden";

interface DimensionsProps extends Omit<Drawing, "strokes"> {
  readonly caption: string;
  readonly beside: string | undefined;
}

function Dimensions({ across, top, caption, beside }: DimensionsProps) {
  const [first = 0, inner = first] = across;
  const last = across.at(-1) ?? 0;
  const lines = [`M${first} ${below}H${last}`, ...across.map((x) => `M${x} ${below - 22}V${below + 8}`)];
  const upright = `M${side} ${top}V${ground}M${side - 8} ${top}h42M${side - 8} ${ground}h16`;
  const ticks = [...across.map((x) => [x, below]), [side, top], [side, ground]] as const;
  return (
    <>
      <path d={[...lines, upright].join("")} className="fill-none stroke-panel-accent [stroke-width:1.1] opacity-75" />
      <path
        d={ticks.map(([x = 0, y = 0]) => `M${x - 6} ${y + 8}l12-16`).join("")}
        className="fill-none stroke-panel-accent [stroke-width:2.6]"
      />
      <text x={(inner + last) / 2} y={below + 6} textAnchor="middle" className={words}>
        {caption}
      </text>
      {beside !== undefined && (
        <text
          transform={`translate(${side + 6} ${(top + ground) / 2}) rotate(-90)`}
          textAnchor="middle"
          className={words}
        >
          {beside}
        </text>
      )}
    </>
  );
}
