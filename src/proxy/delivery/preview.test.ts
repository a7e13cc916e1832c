import { expect, test } from "vitest";
import type { InLofty } from "#lead/submission/knownPeople.ts";
import type { Reply } from "../crm/outcome.ts";
import { previewWith } from "./preview.ts";

const kim = { leadId: 7, firstName: "Kim", lastName: "Sample", emails: ["kim@example.com"], phones: ["4155550134"] };
const person = (name: string, phone = "") => ({ email: `${name}@example.com`, phone });
const kimInLofty: InLofty = { leadId: "7", name: "Kim Sample", more: 0 };

/** A preview over a CRM that answers each request when the test says so. */
function world({ works = true as boolean | undefined } = {}) {
  const asked: string[] = [];
  let answers: ((reply: Reply) => void)[] = [];
  let runs: (() => void)[] = [];
  const known = { works, doubts: 0 };
  const preview = previewWith({
    ask: (_method, path) => {
      const query = new URL(`http://crm${path}`).searchParams;
      asked.push(query.get("email") ?? query.get("phone") ?? "");
      return new Promise((resolve) => answers.push(resolve));
    },
    recognition: { works: () => known.works, doubt: () => void (known.doubts += 1) },
    after: (_ms, run) => {
      runs.push(run);
      return () => void (runs = runs.filter((one) => one !== run));
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const reply = async (given: Reply) => {
    const [first] = answers;
    answers = answers.slice(1);
    first?.(given);
    await settle();
  };
  const list = (...leads: readonly object[]) => reply({ kind: "answered", body: { leads } });
  const timesOut = () => runs.splice(0).forEach((run) => run());
  return { preview, asked, reply, list, known, timesOut };
}

test("tells who is known so far, one look-up at a time; a phone only when the email finds nobody", async () => {
  const { preview, asked, list } = world();
  const people = [person("kim", "4155550199"), person("ann", "(415) 555-0134"), person("bo")];
  expect(preview.of("one", people)).toEqual([null, null, null]);
  await list(kim);
  expect(preview.of("one", people)).toEqual([kimInLofty, null, null]);
  await list();
  expect(asked).toEqual(["kim@example.com", "ann@example.com", "4155550134"]);
  await list(kim, { ...kim, leadId: 8 });
  await list();
  expect(preview.of("one", people)).toEqual([kimInLofty, { ...kimInLofty, more: 1 }, false]);
  expect(asked).toHaveLength(4);
});

test("each session in turn", async () => {
  const { preview, asked, list } = world();
  preview.of("one", [person("a1"), person("a2"), person("a3")]);
  preview.of("two", [person("b1"), person("b2")]);
  for (let count = 0; count < 5; count++) await list();
  expect(asked.map((email) => email.slice(0, 2))).toEqual(["a1", "a2", "b1", "a3", "b2"]);
});

test("what could not be sent is asked again when the page asks again", async () => {
  const { preview, asked, reply, list } = world();
  preview.of("one", [person("kim"), person("bo")]);
  await reply({ kind: "unsent", reason: "credentials" });
  expect(asked).toHaveLength(1);
  expect(preview.of("one", [person("kim"), person("bo")])).toEqual([null, null]);
  await list(kim);
  await reply({ kind: "unknown", reason: "http-500" });
  expect(preview.of("one", [person("kim"), person("bo")])).toEqual([kimInLofty, false]);
});

test("a filter that does not work: asks no further by it, and nothing at all once that is known", async () => {
  const { preview, asked, list, known } = world();
  const people = [person("ann", "4155550171"), person("bo", "4155550172")];
  preview.of("one", people);
  await list(kim);
  expect(known.doubts).toBe(1);
  await list({ ...kim, phones: [] });
  expect(asked).toEqual(["ann@example.com", "4155550171"]);
  expect(preview.of("one", people)).toEqual([false, false]);
  known.works = false;
  expect(preview.of("two", [person("cy")])).toEqual([false]);
  expect(asked).toHaveLength(2);
});

test("holds 200 people of a session, and none of one that has gone", async () => {
  const { preview, asked, list, timesOut } = world();
  const many = (letter: string) => Array.from({ length: 100 }, (_, index) => person(`${letter}${index}`));
  for (const letter of ["a", "b", "c"]) preview.of("one", many(letter));
  await list();
  expect(asked).toEqual(["a0@example.com", "b0@example.com"]);
  timesOut();
  await list(kim);
  expect(asked).toHaveLength(2);
  expect(preview.of("one", [person("b0")])).toEqual([null]);
});
