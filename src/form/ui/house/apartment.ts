import { land, sketch, soil, type Drawing } from "./sketch.ts";

/** Windows without light, by floor and place. */
const unlit = new Set(["0.3", "1.1", "2.4", "3.0", "3.3", "4.2"]);

/** An apartment building: five floors with balconies over a glazed ground floor, and a set back penthouse. */
export function apartment(): Drawing {
  const draw = sketch();
  const { path, line, box, panes } = draw;
  land(draw);
  // The lower neighbor.
  box("wall", 98, 268, 130, 162);
  for (let floor = 0; floor < 3; floor++)
    for (let at = 0; at < 3; at++) box(floor === at ? "lit" : "thin", 112 + at * 38, 284 + floor * 46, 24, 28);
  path("edge", "M92 268H228");
  // The penthouse.
  box("wall", 290, 78, 240, 30);
  for (let at = 0; at < 6; at++) box("lit", 300 + at * 38, 84, 32, 24);
  path("edge", "M280 76H552");
  path("line", "M540 76V52M532 60H548");
  // The building.
  box("wall", 228, 108, 420, 322);
  for (let x = 240; x < 648; x += 12) line("thin", x, 108, x, 120);
  path("edge", "M220 108H656");
  for (let floor = 0; floor < 5; floor++) {
    const y = 128 + floor * 46;
    for (let at = 0; at < 5; at++) {
      const x = 246 + at * 80;
      if (unlit.has(`${floor}.${at}`)) box("thin", x, y, 62, 30);
      else panes(x, y, 62, 30, 3, 1);
    }
    line("thin", 228, y + 40, 648, y + 40);
    for (const x of [320, 480]) {
      box("wall", x, y + 18, 74, 16);
      for (let bar = x + 8; bar < x + 74; bar += 9) line("thin", bar, y + 18, bar, y + 34);
    }
  }
  // The ground floor.
  for (const x of [246, 300, 516, 570]) panes(x, 372, 48, 58, 2, 1);
  box("wall", 376, 366, 124, 64);
  for (const x of [384, 412, 440, 468]) box("lit", x, 374, 24, 56);
  path("line", "M410 400v10M466 400v10");
  box("wall", 362, 356, 152, 9);
  path("thin", "M636 430c3-18 24-18 27-2c8-10 22-6 20 2M60 430c2-12 16-14 20-3c5-8 14-5 14 3");
  soil(draw, 96, 662);
  return { strokes: draw.strokes, across: [98, 228, 648], top: 268 };
}
