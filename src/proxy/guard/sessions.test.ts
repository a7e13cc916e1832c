import { expect, test } from "vitest";
import { passcodeIn } from "./passcode.ts";
import { sessionsIn } from "./sessions.ts";
import type { Driver } from "../store/driver.ts";
import { keptIn } from "../store/kept.ts";
import { migrate } from "../store/migrate.ts";
import { onEveryStore } from "../testing/onEveryStore.ts";

const day = 24 * 3_600_000;

const cookieOf = (set: string | undefined) => /^[^;]+/.exec(set ?? "")?.[0] ?? "";
const staff = { role: "staff" };
const stranger = { role: "stranger" };

onEveryStore("sessions", (store) => {
  async function house() {
    const driver = store.driver();
    await migrate(driver);
    let at = Date.UTC(2026, 10, 25);
    const under = async (word: string) =>
      sessionsIn({ driver, now: () => at, passcode: await passcodeIn(keptIn(driver), word), secure: true });
    const sessions = await under("open sesame");
    const signIn = async (station?: string, old?: string) => cookieOf(await sessions.open("open sesame", station, old));
    return { sessions, under, driver, signIn, later: (ms: number) => void (at += ms) };
  }
  test("the cookie is for this host alone, read by no script, and its token is not in the store", async () => {
    const { sessions, driver } = await house();
    const set = await sessions.open("open sesame", undefined);
    expect(set).toMatch(/^__Host-foyer=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=2592000$/);
    const token = cookieOf(set).split("=")[1] ?? "";
    expect(JSON.stringify(await driver.query("SELECT * FROM sessions"))).not.toContain(token);
    expect(await sessions.open("open sesam", undefined)).toBeUndefined();
  });

  test("signing in ends the session that was there; signing out ends it for good", async () => {
    const { sessions, signIn } = await house();
    const kiosk = await signIn("kiosk");
    expect((await sessions.seen(kiosk)).who).toEqual({ role: "kiosk", station: "kiosk" });
    const second = await signIn(undefined, kiosk);
    expect((await sessions.seen(kiosk)).who).toEqual(stranger);
    expect((await sessions.seen(second)).who).toEqual(staff);
    await sessions.close(second);
    expect((await sessions.seen(second)).who).toEqual(stranger);
  });

  test("a token is renewed after a day, the same for requests that come together, and the old one ends with the new one's first use", async () => {
    const { sessions, signIn, later } = await house();
    const old = await signIn();
    later(day - 1);
    expect((await sessions.seen(old)).renewed).toBeUndefined();
    later(2);
    const [one, other] = await Promise.all([sessions.seen(old), sessions.seen(old)]);
    expect(one.renewed).toBeDefined();
    expect(other.renewed).toBe(one.renewed);
    // The answer was lost: the old one still works, and is offered the same again.
    expect(await sessions.seen(old)).toMatchObject({ who: staff, renewed: one.renewed });
    const fresh = cookieOf(one.renewed);
    expect(await sessions.seen(fresh)).toMatchObject({ who: staff });
    expect((await sessions.seen(fresh)).renewed).toBeUndefined();
    expect((await sessions.seen(old)).who).toEqual(stranger);
  });

  test("a renewal that cannot be written keeps the old session; the next request renews it", async () => {
    const { driver } = await house();
    let isFull = false;
    const refuse = () => (isFull ? Promise.reject(new Error("database or disk is full")) : undefined);
    const full: Driver = {
      ...driver,
      query: (sql, values) => (sql.startsWith("SELECT") ? undefined : refuse()) ?? driver.query(sql, values),
      batch: (statements) => refuse() ?? driver.batch(statements),
    };
    let at = Date.UTC(2026, 10, 25);
    const passcode = await passcodeIn(keptIn(driver), "open sesame");
    const sessions = sessionsIn({ driver: full, now: () => at, passcode, secure: true });
    const old = cookieOf(await sessions.open("open sesame", undefined));
    at += day + 1;
    isFull = true;
    expect(await Promise.all([sessions.seen(old), sessions.seen(old)])).toMatchObject([{ who: staff }, { who: staff }]);
    expect((await sessions.seen(old)).renewed).toBeUndefined();
    isFull = false;
    const fresh = cookieOf((await sessions.seen(old)).renewed);
    // The first use of the new one writes as well.
    isFull = true;
    expect((await sessions.seen(fresh)).who).toEqual(staff);
    isFull = false;
    expect((await sessions.seen(fresh)).who).toEqual(staff);
    expect((await sessions.seen(old)).who).toEqual(stranger);
    await sessions.close(fresh);
    expect((await sessions.seen(fresh)).who).toEqual(stranger);
  });

  test("a device is known by its cookie, which cannot be made up, and under another passcode no more", async () => {
    const { sessions, under } = await house();
    const device = cookieOf(sessions.newDevice());
    expect(device).toMatch(/^__Host-foyer-device=/);
    expect(sessions.device(`a=b; ${device}`)).toMatch(/^[\w-]{22}$/);
    for (const made of [undefined, "", "__Host-foyer-device=a.b", device.slice(0, -2), device.replace("=", "=x")])
      expect([made, sessions.device(made)]).toEqual([made, undefined]);
    expect((await under("shut sesame")).device(device)).toBeUndefined();
  });

  test("a form link's session stands beside the device's own; signing out ends both", async () => {
    const { sessions, signIn } = await house();
    const link = cookieOf(await sessions.grant("open-house", Date.UTC(2026, 11)));
    const both = (cookie: string) => `${cookie}; ${link}`;
    const [mine, kiosk] = [await signIn(), await signIn("kiosk")];
    expect((await sessions.seen(both(mine))).who).toEqual({ role: "staff", link: "open-house" });
    expect((await sessions.seen(both(kiosk))).who).toEqual({ role: "kiosk", station: "kiosk", link: "open-house" });
    expect((await sessions.seen(link)).who).toEqual({ role: "kiosk", station: "open-house", link: "open-house" });
    await sessions.close(both(mine));
    expect((await sessions.seen(both(mine))).who).toEqual(stranger);
  });

  test("renewing keeps what the session may do; signing out with either ends both", async () => {
    const { sessions, signIn, later } = await house();
    const old = await signIn("kiosk");
    later(day + 1);
    const fresh = cookieOf((await sessions.seen(old)).renewed);
    await sessions.close(old);
    expect((await sessions.seen(fresh)).who).toEqual(stranger);
    const third = await signIn("kiosk");
    later(day + 1);
    expect((await sessions.seen(cookieOf((await sessions.seen(third)).renewed))).who).toEqual({
      role: "kiosk",
      station: "kiosk",
    });
  });

  test("a form link's session ends with the link and is not renewed", async () => {
    const { sessions, later } = await house();
    const cookie = cookieOf(await sessions.grant("open-house", Date.UTC(2026, 10, 28)));
    later(2 * day);
    expect(await sessions.seen(cookie)).toMatchObject({ who: { role: "kiosk", station: "open-house" } });
    expect((await sessions.seen(cookie)).renewed).toBeUndefined();
    later(day);
    expect((await sessions.seen(cookie)).who).toEqual(stranger);
  });

  test("another passcode ends every session, on every proxy that has it; the same one ends none", async () => {
    const { sessions, under, signIn } = await house();
    const cookies = [
      await signIn(),
      await signIn("kiosk"),
      cookieOf(await sessions.grant("kiosk", Date.UTC(2026, 11))),
    ];
    const seenBy = async (other: typeof sessions) =>
      Promise.all(cookies.map(async (cookie) => (await other.seen(cookie)).who.role));
    expect(await seenBy(await under("open sesame"))).toEqual(["staff", "kiosk", "kiosk"]);
    expect(await seenBy(await under("open sesame!"))).toEqual(["stranger", "stranger", "stranger"]);
  });

  test("ending the others leaves this one, and what it is renewed to", async () => {
    const { sessions, signIn, later } = await house();
    const [lost, kiosk, mine] = [await signIn(), await signIn("kiosk"), await signIn()];
    later(day + 1);
    const [renewed, theirs] = [(await sessions.seen(mine)).renewed, (await sessions.seen(lost)).renewed];
    await sessions.closeOthers(mine);
    const roles: string[] = [];
    // In turn: the first use of the new one ends the old one.
    for (const cookie of [mine, cookieOf(renewed), lost, cookieOf(theirs), kiosk])
      roles.push((await sessions.seen(cookie)).who.role);
    expect(roles).toEqual(["staff", "staff", "stranger", "stranger", "stranger"]);
  });

  test.each(["", "foyer", "__Host-foyer=", "__Host-foyer=x", "other=1; __Host-foyer=' OR 1=1", "foyer=abc"])(
    "the cookie %j is a stranger's",
    async (cookie) => {
      const { sessions, signIn } = await house();
      await signIn();
      expect((await sessions.seen(cookie)).who).toEqual(stranger);
    },
  );
});
