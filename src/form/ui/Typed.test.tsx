import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { isolated, isolatedAlways } from "#lead/characters.ts";
import { Typed } from "./Typed.tsx";

const turned = "\u202eAda\u2069";

test("isolated text becomes a <bdi> element and cannot end its isolation", () => {
  expect(renderToStaticMarkup(<Typed text={`Saved ${isolatedAlways(turned)}.`} />)).toBe(
    "<span>Saved <bdi>\u202eAda</bdi>.</span>",
  );
});

test("in plain text only characters that could change the direction are isolated", () => {
  expect(isolated("Ada Sample")).toBe("Ada Sample");
  expect(isolated(turned)).toBe("\u2068\u202eAda\u2069");
  expect(isolated("שרה")).toBe("\u2068שרה\u2069");
});
