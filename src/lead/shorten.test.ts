import { expect, test } from "vitest";
import { shorten } from "./shorten.ts";

test.each([
  ["Maria Guadalupe Concepción Alejandra", 30, "Maria Guadalupe Concepción"],
  ["Maria Guadalupe Concepción Ale jandra", 30, "Maria Guadalupe Concepción Ale"],
  ["Maximilianaleopoldinafriederike Sample", 30, "Maximilianaleopoldinafriederik"],
  ["  Jane  ", 30, "Jane"],
  ["Anne-Marie-Louise-Charlotte-Elisabeth", 30, "Anne-Marie-Louise-Charlotte"],
  ["Anne-Marie Louise-Charlotte-Elisabeth", 30, "Anne-Marie Louise-Charlotte"],
  ["Anne-Marie-Louise-Charlottette-Eva", 30, "Anne-Marie-Louise-Charlottette"],
  ["Anne Marie Louise - Charlotteannette", 24, "Anne Marie Louise"],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 30, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦"],
])("%s with limit %i is cut to %s", (text, limit, kept) => expect(shorten(text, limit)).toBe(kept));
