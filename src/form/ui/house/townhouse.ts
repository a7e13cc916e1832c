import { ground, land, sketch, soil, type Drawing, type Sketch } from "./sketch.ts";

const width = 178;

/** Three houses in a row, each with its own roof, a door over steps and tall windows. */
export function townhouse(): Drawing {
  const draw = sketch();
  land(draw);
  unit(draw, 98, 196);
  unit(draw, 98 + 2 * width, 186);
  unit(draw, 98 + width, 170);
  mansard(draw, 98);
  gable(draw, 98 + width);
  cornice(draw, 98 + 2 * width);
  draw.path("thin", "M636 430c3-18 24-18 27-2c8-10 22-6 20 2M60 430c2-12 16-14 20-3c5-8 14-5 14 3");
  soil(draw, 96, 650);
  return { strokes: draw.strokes, across: [98, 98 + width, 98 + 3 * width], top: 196 };
}

/** Walls, windows of three floors, door and steps. `top`: where the wall ends. */
function unit(draw: Sketch, x: number, top: number): void {
  const { box, line, path, panes } = draw;
  box("wall", x, top, width, ground - top);
  draw.bricks(x + 2, 356, width - 4, ground - 356, 10.5);
  for (const floor of [top + 20, top + 96]) {
    for (const at of [22, 103]) {
      panes(x + at, floor, 53, 58, 2, 2);
      line("line", x + at - 5, floor + 58, x + at + 58, floor + 58);
    }
    line("thin", x, floor + 70, x + width, floor + 70);
  }
  const down = Math.max(352, top + 176);
  box("wall", x + 22, down - 2, 42, ground - down - 10);
  box("lit", x + 28, down + 3, 30, 14);
  path("line", `M${x + 14} ${down - 8}h58M${x + 56} ${down + 34}v8`);
  box("wall", x + 14, ground - 12, 58, 6);
  box("wall", x + 6, ground - 6, 74, 6);
  panes(x + 103, down, 53, 50, 3, 1);
  line("line", x + 98, down + 50, x + 161, down + 50);
}

function mansard({ path, panes, line }: Sketch, x: number): void {
  path("wall", `M${x - 4} 196L${x + 16} 138H${x + width - 16}L${x + width + 4} 196Z`);
  for (let y = 150; y < 194; y += 11) line("thin", x + 18 - (y - 138) * 0.34, y, x + width - 18 + (y - 138) * 0.34, y);
  for (const at of [34, 108]) {
    path("wall", `M${x + at - 5} 152L${x + at + 18} 136L${x + at + 41} 152V190H${x + at - 5}Z`);
    panes(x + at + 4, 156, 28, 30, 2, 1);
  }
  path("edge", `M${x - 8} 196H${x + width + 4}M${x + 14} 138H${x + width - 14}`);
}

function gable({ path, panes, line }: Sketch, x: number): void {
  const middle = x + width / 2;
  path("wall", `M${middle + 44} 130V82H${middle + 64}V146Z`);
  path("wall", `M${x} 172L${middle} 84L${x + width} 172Z`);
  for (let at = 16; at < width; at += 11) {
    const edge = x + at;
    line("thin", edge, 178 - Math.min(at, width - at) * 0.94, edge, 172);
  }
  panes(middle - 17, 116, 34, 40, 2, 1);
  path("edge", `M${x - 10} 182L${middle} 78L${x + width + 10} 182`);
}

function cornice({ path, box }: Sketch, x: number): void {
  box("wall", x - 4, 168, width + 10, 18);
  for (let at = 6; at < width; at += 14) box("thin", x + at, 172, 6, 10);
  path("edge", `M${x - 6} 166H${x + width + 10}`);
  box("wall", x + 124, 136, 22, 30);
  box("wall", x + 120, 130, 30, 8);
}
