/** How a stroke is drawn (House.tsx): thin lines of the land and of siding, walls, lines, lit windows, edges of roofs. */
export type Look = "thin" | "wall" | "line" | "lit" | "edge";

export interface Stroke {
  readonly look: Look;
  /** The `d` of an SVG path. */
  readonly d: string;
}

/** A drawing, and where its dimension lines have their ticks. The ground is at y 430. */
export interface Drawing {
  readonly strokes: readonly Stroke[];
  /** The x positions below the drawing. */
  readonly across: readonly number[];
  /** The y position of the upper tick at the left. */
  readonly top: number;
}

export const ground = 430;

export type Sketch = ReturnType<typeof sketch>;

/** Collects strokes from back to front. Neighbors with the same look become one path, but walls cover one another. */
export function sketch() {
  const strokes: { look: Look; d: string }[] = [];
  const path = (look: Look, d: string) => {
    const last = strokes.at(-1);
    if (last?.look === look && look !== "wall") last.d += d;
    else strokes.push({ look, d });
  };
  const line = (look: Look, x1: number, y1: number, x2: number, y2: number) =>
    path(look, `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);
  const box = (look: Look, x: number, y: number, width: number, height: number) =>
    path(look, `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`);
  return {
    strokes,
    path,
    line,
    box,
    /** A lit window with `columns` times `rows` panes. */
    panes(x: number, y: number, width: number, height: number, columns: number, rows: number) {
      box("lit", x, y, width, height);
      for (let at = 1; at < columns; at++) {
        const across = x + (width * at) / columns;
        line("line", across, y, across, y + height);
      }
      for (let at = 1; at < rows; at++) {
        const down = y + (height * at) / rows;
        line("line", x, down, x + width, down);
      }
    },
    /** Bricks between two edges. */
    bricks(x: number, y: number, width: number, height: number, course = 14.5) {
      for (let row = 0; row * course < height; row++) {
        const at = y + row * course;
        line("thin", x, at, x + width, at);
        for (let end = x + 5 + (row % 2) * 9; end < x + width; end += 18)
          line("thin", end, at, end, Math.min(at + course, y + height));
      }
    },
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Hills and a tree behind the building. */
export function land({ path }: Sketch): void {
  path("thin", "M-260 418C-60 372 60 402 190 384S520 372 640 392S860 362 980 388");
  path(
    "thin",
    "M690 348a38 38 0 0 1-20-66a50 50 0 0 1 42-82a50 50 0 0 1 84 12a46 46 0 0 1 20 82a36 36 0 0 1-36 56a34 34 0 0 1-52 4a30 30 0 0 1-38-6z",
  );
  path("thin", "M706 262a26 26 0 0 1 34-22M752 300a24 24 0 0 0 32-14M700 312a20 20 0 0 0 26 8");
  path("thin", "M744 430V318M744 372l22-26M744 388l-20-24");
}

/** The ground line with hatching below the building. */
export function soil({ path, line }: Sketch, from: number, to: number): void {
  path("edge", `M-200 ${ground}H960`);
  for (let x = from; x < to; x += 13) line("thin", x, ground + 11, x - 8, ground + 20);
}
