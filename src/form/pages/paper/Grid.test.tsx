// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { createRoot, type Root } from "react-dom/client";
import { IntlProvider } from "use-intl";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stationOf } from "#lead/testing/stationOf.ts";
import { queryClient } from "../../browser/queryClient.ts";
import { PageFrame } from "../../lead/frame/PageFrame.tsx";
import { StationContext, type FormStation } from "../../station/useStation.ts";
import { act } from "../../testing/act.ts";
import { press, write, type Box } from "../../testing/form.tsx";
import { everyCatalogue } from "../../words/everyCatalogue.ts";
import { Grid } from "./Grid.tsx";
import { useLines } from "./useLines.ts";

const station = stationOf("agent") as FormStation;
let root: Root;

function Page() {
  return (
    <PageFrame title="Key in paper">
      <StationContext value={station}>
        <Grid sheet={useLines("paper:agent")} />
      </StationContext>
    </PageFrame>
  );
}

async function open(isTouch = false): Promise<void> {
  vi.spyOn(window, "matchMedia").mockImplementation(
    (media) =>
      Object.assign(new EventTarget(), { matches: isTouch && media.includes("coarse"), media }) as MediaQueryList,
  );
  document.body.innerHTML = "<div></div>";
  root = createRoot(document.body.firstElementChild as Element);
  await act(async () =>
    root.render(
      <IntlProvider locale="en" timeZone="UTC" messages={everyCatalogue("en", "staff")}>
        <Page />
      </IntlProvider>,
    ),
  );
}

const labelled = (label: string) => document.querySelectorAll<Box>(`[aria-label="${label}"]`);
const box = (label: string) => labelled(label)[0] as Box;
const focused = () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName;

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("fetch", async () => new Response(null, { status: 503 }));
});
afterEach(() => {
  act(() => root.unmount());
  queryClient.clear();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("the focus starts in the first empty line, and is in the new sheet after Save", async () => {
  await open();
  expect(focused()).toBe("Line 1, First name");
  await write(box("Line 1, First name"), "Ana");
  await write(box("Line 2, First name"), "Ben");
  await act(async () => box("Line 2, First name").focus());
  await press(box("Line 2, First name"), "Enter", { ctrlKey: true });
  await vi.waitFor(() => expect(box("Line 1, First name").value).toBe(""));
  expect(focused()).toBe("Line 1, First name");
});

test("on a touch screen the focus starts on the heading: no keyboard opens", async () => {
  await open(true);
  expect(focused()).toBe("H1");
});

test("each control has a name of its own, and a tick without a number or an address is named at once", async () => {
  await open();
  const names = [...document.querySelectorAll("[aria-label]")].map((one) => one.getAttribute("aria-label"));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  await act(async () => box("Line 1, may we text?").click());
  await act(async () => box("Line 1, may we email?").click());
  expect(document.body.textContent).toContain("Text is ticked, but there is no phone number.");
  expect(document.body.textContent).toContain("Email is ticked, but there is no email address.");
  await write(box("Line 1, Phone"), "4155550134");
  expect(document.body.textContent).not.toContain("Text is ticked");
});

async function openFile(text: string): Promise<void> {
  const input = document.querySelector("input[type=file]") as HTMLInputElement;
  Object.defineProperty(input, "files", { value: [new File([text], "people.csv")], configurable: true });
  await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })));
}

test("a file that is opened twice, and a line that stands in it twice, add each person once", async () => {
  await open();
  const text =
    "First name,Phone,Notes\nAna,4155550101,Likes it\nBen,4155550102,\nana,4155550101,Likes it\nAna,4155550101,\n";
  await openFile(text);
  await vi.waitFor(() => expect(labelled("File line 4, First name")).toHaveLength(1));
  expect(labelled("File line 3, First name")).toHaveLength(0);
  expect(document.body.textContent).toContain("4 people in the file. Nothing is sent yet. 1 of them is already here");
  expect(document.body.textContent).toContain("Note: Likes it");
  await openFile(text);
  await vi.waitFor(() => expect(document.body.textContent).toContain("4 of them are already here"));
  expect(document.querySelectorAll("[aria-label$='First name']")).toHaveLength(3);
});

test("after Save the focus is in the box that holds a line back", async () => {
  await open();
  await write(box("Line 1, First name"), "Ana");
  await write(box("Line 2, First name"), "Ben");
  await write(box("Line 2, Email"), "ben.example.com");
  await act(async () => box("Line 2, Email").focus());
  await press(box("Line 2, Email"), "Enter", { ctrlKey: true });
  await vi.waitFor(() => expect(box("Line 1, First name").value).toBe("Ben"));
  expect(focused()).toBe("Line 1, Email");
  const why = document.getElementById(box("Line 1, Email").getAttribute("aria-describedby") ?? "");
  expect(why?.textContent).toBe("Enter an email like name@example.com");
  expect(box("Line 1, Phone").getAttribute("aria-describedby")).toBeNull();
});

test("lines of a file that are left after Save keep the numbers of the file", async () => {
  await open();
  await openFile("First name,Email\nAna,ana@example.com\n,no.name@example.com\nCleo,ana@example.com\n");
  await vi.waitFor(() => expect(box("File line 3, First name").value).toBe("Cleo"));
  expect(document.body.textContent).toContain("Same email as file line 1.");
  expect(document.body.textContent).toContain("1 line repeats an earlier one");
  await press(box("File line 1, First name"), "Enter", { ctrlKey: true });
  await vi.waitFor(() => expect(labelled("File line 1, First name")).toHaveLength(0));
  expect(box("File line 2, Email").value).toBe("no.name@example.com");
});

test("of a line with two opt-outs, of the email and of the phone, both are said whole", async () => {
  const optOuts = [
    { value: "ada@example.com", ways: ["email"] },
    { value: "415 555 0134", ways: ["call", "text"] },
  ];
  vi.stubGlobal("fetch", async (path: string) =>
    path === "/api/duplicates" ? Response.json({ matches: [], optOuts }) : new Response(null, { status: 503 }),
  );
  await open();
  await write(box("Line 1, First name"), "Ada");
  await write(box("Line 1, Phone"), "415 555 0134");
  await write(box("Line 1, Email"), "ada@example.com");
  await act(async () => box("Line 1, Email").focus());
  await act(async () => box("Line 2, First name").focus());
  const said = () => [...document.querySelectorAll("tbody p")].find((one) => one.textContent.includes("whatever"));
  await vi.waitFor(() =>
    expect(said()?.textContent.replaceAll(/[\u2066-\u2069]/g, "")).toBe(
      "ada@example.com: no emails, whatever is ticked now. 415 555 0134: no calls and texts, whatever is ticked now.",
    ),
  );
  expect(said()?.className).not.toContain("clamp");
});
