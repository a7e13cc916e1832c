// @vitest-environment happy-dom
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useForm, type FieldValues, type UseFormReturn } from "react-hook-form";
import { beforeEach, expect, test } from "vitest";
import { keysFrom } from "../../browser/deviceKeys.ts";
import { forgetStaffs } from "../../station/forgetStaffs.ts";
import { endDraft } from "./endDraft.ts";
import { fixDraftOf, recallFix, useKeptFix, type FixDraft } from "./fixDraft.ts";
import { writeNow } from "./writeDraft.ts";
import { act } from "../../testing/act.ts";

const refused = { firstName: "Ada", phones: ["415 555 0134"] };
const fixOf = (answers: object) => fixDraftOf("one", "front-desk", answers);
/** What another page finds, with the answers that the proxy has then. */
const found = (answers: object = refused) => recallFix(fixOf(answers));

let form: UseFormReturn<FieldValues>;
const show = (shown: typeof form) => void (form = shown);
function Form({ fix, onShow }: { readonly fix: FixDraft; readonly onShow: typeof show }) {
  const shown = useForm<FieldValues>({ defaultValues: recallFix(fix) ?? fix.refused });
  useKeptFix(shown, fix);
  useEffect(() => onShow(shown), [shown, onShow]);
  return null;
}

function open(fix: FixDraft) {
  const root = createRoot(document.createElement("div"));
  act(() => root.render(<Form fix={fix} onShow={show} />));
  return root;
}

const type = (lastName: string) => act(() => form.setValue("lastName", lastName));

beforeEach(() => localStorage.clear());

test("a correction that was only opened, or changed back, is not stored", () => {
  const root = open(fixOf(refused));
  writeNow();
  expect(keysFrom("fix:")).toEqual([]);
  type("Byron");
  writeNow();
  expect(found()).toMatchObject({ ...refused, lastName: "Byron" });
  type("");
  writeNow();
  expect(keysFrom("fix:")).toEqual([]);
  act(() => root.unmount());
});

test("it is stored when the form is closed, and opened again", () => {
  const root = open(fixOf(refused));
  type("Byron");
  act(() => root.unmount());
  const again = open(fixOf(refused));
  expect(form.getValues("lastName")).toBe("Byron");
  act(() => again.unmount());
  expect(found()).toMatchObject({ lastName: "Byron" });
});

test("somebody else has corrected the lead since: their answers are shown", () => {
  const root = open(fixOf(refused));
  type("Byron");
  act(() => root.unmount());
  expect(found({ ...refused, phones: ["415 555 0199"] })).toBeUndefined();
});

test("it ended: a last key does not store it again", () => {
  const fix = fixOf(refused);
  const root = open(fix);
  type("Byron");
  writeNow();
  endDraft(fix.draft);
  type("Byron Lovelace");
  act(() => root.unmount());
  expect(keysFrom("fix:")).toEqual([]);
});

test.each([false, true])("staff leave (hand over: %s): nothing of it stays", async (isHandedOver) => {
  const root = open(fixOf(refused));
  type("Byron");
  act(() => root.unmount());
  await forgetStaffs(isHandedOver);
  expect(keysFrom("fix:")).toEqual([]);
});
