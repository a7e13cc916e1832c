// @vitest-environment happy-dom
import { rendered, type Rendered } from "../testing/rendered.ts";
import { afterEach, expect, test } from "vitest";
import type { Kind } from "#lead/kinds.ts";
import { questionAt } from "#lead/questions.ts";
import { readyStations } from "#lead/station/readyStations.ts";
import { idOf } from "../question/answers/control.ts";
import { stepsOf } from "./draft/steps.ts";
import { writeNow } from "./draft/writeDraft.ts";
import { addRows, clearForm, drawForm, openFolds, quiet, write } from "../testing/form.tsx";
import { act } from "../testing/act.ts";

afterEach(clearForm);

const staff = readyStations.filter(({ profile }) => profile === "agent" || profile === "desk");
const pages = staff.flatMap((station) =>
  stepsOf(station).map(({ name }) => ({ station, step: name, name: station.id })),
);

test.each(pages)(
  "$name, $step: a key in a text box renders nothing, or only its own question if the control needs it",
  async ({ station, step }) => {
    await drawForm(station, step);
    await openFolds();
    await addRows();
    const boxes = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=text], textarea")];
    for (const [index, box] of boxes.entries()) {
      // Different letters, because equal rows show a message.
      const letter = String.fromCharCode(97 + (index % 26));
      await write(box, letter);
      // Work that the first key started (numbering plans, validation, the draft) does not count.
      await act(async () => writeNow());
      await quiet(80);
      await write(box, `${letter}b`);
      const again = rendered();
      expect(
        again.filter((one) => !isOf(one, box)),
        box.id,
      ).toEqual([]);
      if (keepsItsText(box)) expect(again, box.id).toEqual([]);
      else expect(again.length, box.id).toBeGreaterThan(0);
    }
  },
);

const typedKinds: ReadonlySet<Kind | undefined> = new Set<Kind>(["text", "lines", "phone", "email", "url", "int64"]);
/** False for the office's own questions: such a row is found by its name. */
const keepsItsText = ({ id }: Element) =>
  !id.includes("customAttribute") && typedKinds.has(questionAt(id.replace(/^f-/, "").replaceAll("-", "."))?.kind);

/**
 * The box of a date part, or the box beside chips, has its own id. A question of the office's own is found by its row.
 */
const isOf = ({ path, component }: Rendered, box: Element) =>
  path !== undefined &&
  (idOf(path) === box.id ||
    idOf(path).startsWith(`${box.id}-`) ||
    idOf(path) === box.id.replace(/-(month|day|year|own)$/, "") ||
    component === "AttributeField");
