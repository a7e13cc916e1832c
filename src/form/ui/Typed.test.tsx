import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { isolated, isolatedAlways } from "#lead/characters.ts";
import { Typed } from "./Typed.tsx";

const turned = "\u202eAda\u2069";

test("a typed part of a text is an element of its own, and cannot end its isolation", () => {
  expect(renderToStaticMarkup(<Typed text={`Saved ${isolatedAlways(turned)}.`} />)).toBe(
    "<span>Saved <bdi>\u202eAda</bdi>.</span>",
  );
});

test("in plain text only what could turn the rest is isolated", () => {
  expect(isolated("Ada Sample")).toBe("Ada Sample");
  expect(isolated(turned)).toBe("\u2068\u202eAda\u2069");
  expect(isolated("שרה")).toBe("\u2068שרה\u2069");
});
