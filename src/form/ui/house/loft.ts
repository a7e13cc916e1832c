import { land, sketch, soil, type Drawing } from "./sketch.ts";

/** A loft in a former factory: a saw-tooth roof, tall steel windows, brick between them and a water tank. */
export function loft(): Drawing {
  const draw = sketch();
  const { path, line, box, panes } = draw;
  land(draw);
  // The water tank.
  path("line", "M566 214V136M618 214V136M566 196L618 160M566 160L618 196");
  box("wall", 556, 84, 72, 54);
  for (let x = 566; x < 628; x += 10) line("thin", x, 84, x, 138);
  path("wall", "M550 84L592 58L634 84Z");
  // The saw-tooth roof.
  for (const x of [98, 247, 396]) {
    path("wall", `M${x} 216V144L${x + 149} 216Z`);
    path("lit", `M${x + 8} 208V160L${x + 40} 176V208Z`);
    path("line", `M${x + 24} 168V208M${x + 8} 184H${x + 40}`);
    path("edge", `M${x} 216V140L${x + 149} 214`);
  }
  box("wall", 545, 206, 149, 12);
  // The wall.
  box("wall", 98, 216, 596, 214);
  path("edge", "M90 216H702");
  draw.bricks(102, 224, 588, 14, 7);
  for (const x of [118, 228, 476, 586]) {
    panes(x, 246, 90, 92, 4, 3);
    path("line", `M${x - 5} 338h100M${x} 240h90`);
  }
  for (const x of [102, 212, 322, 460, 570, 680]) draw.bricks(x, 246, 12, 92, 9.2);
  for (const x of [118, 476, 586]) {
    panes(x, 364, 90, 50, 4, 2);
    line("line", x - 5, 414, x + 95, 414);
  }
  // The entrance, two floors high, and the loading gate.
  box("wall", 338, 240, 118, 190);
  panes(346, 248, 102, 98, 4, 3);
  for (const x of [346, 398]) box("lit", x, 356, 50, 74);
  path("line", "M390 390v12M404 390v12");
  path("wall", "M326 350H468V358H326Z");
  box("wall", 228, 364, 90, 66);
  for (let y = 375; y < 430; y += 11) line("thin", 228, y, 318, y);
  path("thin", "M686 430c3-18 24-18 27-2c8-10 22-6 20 2M60 430c2-12 16-14 20-3c5-8 14-5 14 3");
  soil(draw, 96, 706);
  return { strokes: draw.strokes, across: [98, 338, 694], top: 216 };
}
