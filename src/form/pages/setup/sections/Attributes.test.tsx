// @vitest-environment happy-dom
import { useState } from "react";
import { expect, test } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import type { FormStation } from "../../../station/useStation.ts";
import { draw } from "../../../testing/draw.tsx";
import { click } from "../../../testing/form.tsx";
import { Attributes } from "./Attributes.tsx";

function Section() {
  const [station, setStation] = useState(() => stationOf("desk", { attributes: [] }) as FormStation);
  return (
    <Attributes
      station={station}
      edit={(change) => setStation((now) => ({ ...now, ...change(now) }) as FormStation)}
      wrong={() => undefined}
    />
  );
}

test("a new question gets the focus in its name; when one is removed, the button that adds one gets it", async () => {
  const { remove } = await draw("staff", <Section />);
  await click("Add a question");
  expect(document.activeElement?.id).toBe("setup-attributeName-0");
  await click("Add a question");
  expect(document.activeElement?.id).toBe("setup-attributeName-1");
  await click("Remove this question");
  expect(document.activeElement?.textContent).toBe("Add a question");
  await remove();
});
