import type { Page } from "@playwright/test";
import { expect } from "../foyer.ts";
import { walkToTheEnd } from "../visitor.ts";

/** A visitor of a kiosk, and how far a visit can be. */

export interface Visitor {
  readonly name: string;
  readonly email: string;
  /** Ten digits. */
  readonly phone: string;
}
const begin = (page: Page) => page.locator("button.btn").first().click();
/** Begins like the first name, so that a search for its beginning finds both. */
export const lastNameOf = (name: string) => `${name}x`;
/** The boxes of the first page, in any language: first name, last name, phone, email. */
export const box = (page: Page, at: number) => page.locator("main form input:not([type=checkbox])").nth(at);
const typeAll = async (page: Page, { name, email, phone }: Visitor) => {
  await box(page, 0).pressSequentially(name);
  await box(page, 1).fill(lastNameOf(name));
  await box(page, 2).pressSequentially(phone);
  await box(page, 3).fill(email);
};
const signIn = async (page: Page, visitor: Visitor) => {
  await begin(page);
  await typeAll(page, visitor);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "While you’re here" })).toBeVisible();
};
export const idle = (page: Page, seconds: number) => page.clock.runFor(seconds * 1000);

/** How far the visit got. With `isSignedIn` leaving sends the lead, without it nothing is sent. */
export const states: readonly {
  readonly name: string;
  readonly isSignedIn?: true;
  readonly isDone?: true;
  readonly visit: (page: Page, visitor: Visitor) => Promise<unknown>;
}[] = [
  {
    name: "a name is typed",
    visit: async (page, { name }) => (await begin(page), await box(page, 0).pressSequentially(name)),
  },
  {
    name: "all boxes are filled",
    visit: async (page, visitor) => (await begin(page), await typeAll(page, visitor)),
  },
  {
    name: "an error is shown",
    visit: async (page, visitor) => {
      await begin(page);
      await typeAll(page, visitor);
      await box(page, 3).fill(`${visitor.name}@`);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page.getByRole("alert")).toBeFocused();
    },
  },
  {
    name: "ways of contact are ticked and the text is larger",
    visit: async (page, visitor) => {
      await begin(page);
      await typeAll(page, visitor);
      await page.getByText("Call", { exact: true }).click();
      await page.getByRole("button", { name: "Larger text" }).click();
    },
  },
  {
    name: "another language",
    visit: async (page, visitor) => {
      await page.getByRole("button", { name: "Español" }).click();
      await begin(page);
      await typeAll(page, visitor);
    },
  },
  {
    name: "the dialog that asks whether to start over is open",
    visit: async (page, visitor) => {
      await begin(page);
      await typeAll(page, visitor);
      await page.getByRole("button", { name: "Start over" }).click();
    },
  },
  {
    name: "the dialog that asks whether somebody is there is open",
    visit: async (page, visitor) => {
      await begin(page);
      await typeAll(page, visitor);
      await idle(page, 61);
      await expect(page.getByRole("dialog", { name: "Still there?" })).toBeVisible();
    },
  },
  { name: "signed in", isSignedIn: true, visit: signIn },
  {
    name: "answers are tapped after Sign in",
    isSignedIn: true,
    visit: async (page, visitor) => {
      await signIn(page, visitor);
      await page
        .getByRole("group", { name: "When would you like to buy?" })
        .getByText("3 to 6", { exact: true })
        .click();
    },
  },
  {
    name: "the last screen",
    isSignedIn: true,
    isDone: true,
    visit: async (page, visitor) => (await signIn(page, visitor), await walkToTheEnd(page)),
  },
];
export type State = (typeof states)[number];
