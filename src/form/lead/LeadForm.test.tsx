// @vitest-environment happy-dom
import { rendered, type Rendered } from "../testing/rendered.ts";
import { afterEach, expect, test } from "vitest";
import { readyStations } from "#lead/readyStations.ts";
import { idOf } from "../controls/control.ts";
import { stepsOf } from "../steps.ts";
import { addRows, clearForm, drawForm, quiet, write } from "../testing/form.tsx";

afterEach(clearForm);

const staff = readyStations.filter(({ profile }) => profile === "agent" || profile === "desk");
const pages = staff.flatMap((station) =>
  stepsOf(station).map(({ name }) => ({ station, step: name, name: station.id })),
);

test.each(pages)(
  "$name, $step: a key in a text renders its own question and nothing else",
  async ({ station, step }) => {
    await drawForm(station, step);
    await addRows();
    const boxes = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=text], textarea")];
    for (const box of boxes) {
      await write(box, "a");
      // What the box before has set off (numbering plans, a judgement) is not this key's doing.
      await quiet(80);
      await write(box, "ab");
      const again = rendered();
      expect(
        again.filter((one) => !isOf(one, box)),
        box.id,
      ).toEqual([]);
      expect(again.length, box.id).toBeGreaterThan(0);
    }
  },
);

/** A box of a date, or beside chips, has an id of its own. A question of the office's own is found by its row. */
const isOf = ({ path, component }: Rendered, box: Element) =>
  path !== undefined &&
  (idOf(path) === box.id ||
    idOf(path).startsWith(`${box.id}-`) ||
    idOf(path) === box.id.replace(/-(month|day|year|own)$/, "") ||
    component === "AttributeField");
