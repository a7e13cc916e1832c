import { expect, test } from "vitest";
import { snippetOf } from "./snippetOf.ts";

test("the name of a station cannot end the attribute", () => {
  const snippet = snippetOf({ id: "website", name: 'A & B "><script>' }, "https://foyer.example.com");
  expect(snippet).toBe(
    '<iframe title="A &amp; B &quot;>&lt;script>" src="https://foyer.example.com/embed/website" style="width:100%;border:0" height="560"></iframe>\n' +
      '<script async src="https://foyer.example.com/embed.js"></script>',
  );
});
