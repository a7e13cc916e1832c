import { land, sketch, soil, type Drawing } from "./sketch.ts";

/** A detached house: a gable with a chimney, a garage at the left, a glass wing at the right. */
export function house(): Drawing {
  const draw = sketch();
  const { path, line, box } = draw;
  land(draw);
  path("wall", "M414 190V114H440V206Z");
  box("wall", 410, 106, 34, 9);
  for (let y = 124; y < 190; y += 9) line("thin", 414, y, 440, y);
  // The wing at the right.
  path("wall", "M470 300V430H694V300Z");
  draw.bricks(470, 300, 30, 130);
  path("wall", "M462 268L712 288V301L462 283Z");
  line("thin", 462, 276, 712, 294.5);
  for (let at = 0; at < 4; at++) box("lit", 506 + at * 45, 318, 42, 112);
  for (let at = 0; at < 4; at++) line("line", 506 + at * 45, 344, 548 + at * 45, 344);
  path("line", "M572 318V352M560 362L572 352L584 362ZM632 318V340M622 348L632 340L642 348Z");
  // The garage.
  path("wall", "M98 300V430H252V300Z");
  path("wall", "M84 302L116 254H252V302Z");
  for (let x = 104; x < 252; x += 14.8) line("thin", x, x < 116 ? 302 - (x - 84) * 1.5 : 254, x - 4, 302);
  box("wall", 122, 328, 106, 102);
  for (let at = 1; at < 4; at++) line("line", 122, 328 + at * 25.5, 228, 328 + at * 25.5);
  for (let at = 0; at < 4; at++) box("lit", 127 + at * 25, 332, 21, 17);
  for (let y = 312; y < 430; y += 10) {
    line("thin", 98, y, 118, y);
    line("thin", 232, y, 250, y);
  }
  // The gable.
  path("wall", "M252 240V430H470V240L361 116Z");
  for (let x = 263; x < 470; x += 11) line("thin", x, 253 - Math.min(x - 252, 470 - x) * 1.138, x, 430);
  path("edge", "M238 252L361 110L484 252");
  path("line", "M245 258L361 124L477 258");
  draw.panes(322, 186, 78, 112, 3, 1);
  path("line", "M322 214H400M322 256H400M316 298H406");
  // The door and the window beside it.
  box("wall", 276, 338, 44, 92);
  draw.panes(284, 346, 28, 40, 2, 1);
  path("line", "M310 396v9");
  box("lit", 324, 338, 12, 92);
  path("line", "M262 328H350M266 334H346");
  path("thin", "M268 334v96M344 334v96");
  box("wall", 258, 430, 96, 5);
  draw.panes(376, 338, 76, 62, 3, 1);
  path("line", "M376 358H452M370 400H458");
  path(
    "thin",
    "M360 430c2-16 20-18 24-4c6-12 22-8 20 4M430 430c2-14 16-16 20-3c6-9 18-6 18 3M686 430c3-18 24-18 27-2c8-10 22-6 20 2M60 430c2-12 16-14 20-3c5-8 14-5 14 3",
  );
  soil(draw, 96, 706);
  return { strokes: draw.strokes, across: [98, 252, 694], top: 254 };
}
