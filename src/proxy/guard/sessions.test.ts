import { expect, test } from "vitest";
import { formLinksIn } from "./formLinks.ts";
import { passcodeIn } from "./passcode.ts";
import { sessionsIn } from "./sessions.ts";
import { devicesIn } from "../store/devices.ts";
import type { Driver } from "../store/driver/driver.ts";
import { keptIn } from "../store/kept.ts";
import { migrate } from "../store/migrations/migrate.ts";
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
    const under = async (word: string) => {
      const [kept, now] = [keptIn(driver), () => at];
      const passcode = await passcodeIn(kept, word);
      return sessionsIn({ driver, now, passcode, links: formLinksIn(kept, passcode, now), secure: true });
    };
    const sessions = await under("open sesame");
    const signIn = async (station?: string, old?: string) => cookieOf(await sessions.open("open sesame", station, old));
    return { sessions, under, driver, signIn, later: (ms: number) => void (at += ms) };
  }
  test("cookie: for this host only, not readable by scripts; the store does not contain its token", async () => {
    const { sessions, driver } = await house();
    const set = await sessions.open("open sesame", undefined);
    expect(set).toMatch(/^__Host-foyer=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=2592000$/);
    const token = cookieOf(set).split("=")[1] ?? "";
    expect(JSON.stringify(await driver.query("SELECT * FROM sessions"))).not.toContain(token);
    expect(await sessions.open("open sesam", undefined)).toBeUndefined();
  });

  test("the first use of a new session ends the one before; signing out ends it for good", async () => {
    const { sessions, signIn } = await house();
    const kiosk = await signIn("kiosk");
    expect((await sessions.seen(kiosk)).who).toEqual({ role: "kiosk", station: "kiosk" });
    const second = await signIn(undefined, kiosk);
    // The answer may be lost: then the tablet is still the kiosk's.
    expect((await sessions.seen(kiosk)).who).toEqual({ role: "kiosk", station: "kiosk" });
    expect((await sessions.seen(second)).who).toEqual(staff);
    expect((await sessions.seen(kiosk)).who).toEqual(stranger);
    await sessions.close(second);
    expect((await sessions.seen(second)).who).toEqual(stranger);
  });

  test("renews a token after a day, once for concurrent requests; the old one ends when the new one is first used", async () => {
    const { sessions, signIn, later } = await house();
    const old = await signIn();
    later(day - 1);
    expect((await sessions.seen(old)).renewed).toBeUndefined();
    later(2);
    const [one, other] = await Promise.all([sessions.seen(old), sessions.seen(old)]);
    expect(one.renewed).toBeDefined();
    expect(other.renewed).toBe(one.renewed);
    // The response was lost: the old token still works and gets the same new one.
    expect(await sessions.seen(old)).toMatchObject({ who: staff, renewed: one.renewed });
    const fresh = cookieOf(one.renewed);
    expect(await sessions.seen(fresh)).toMatchObject({ who: staff });
    expect((await sessions.seen(fresh)).renewed).toBeUndefined();
    expect((await sessions.seen(old)).who).toEqual(stranger);
  });

  test("a session that ends while it is renewed stays ended", async () => {
    const { driver } = await house();
    const kept = keptIn(driver);
    let at = Date.UTC(2026, 10, 25);
    const passcode = await passcodeIn(kept, "open sesame");
    const links = formLinksIn(kept, passcode, () => at);
    let isEnding = false;
    const late: Driver = {
      ...driver,
      query: async (sql, values) => {
        if (isEnding && sql.startsWith("INSERT INTO sessions")) await driver.query("DELETE FROM sessions");
        return driver.query(sql, values);
      },
    };
    const sessions = sessionsIn({ driver: late, now: () => at, passcode, links, secure: true });
    const old = cookieOf(await sessions.open("open sesame", undefined));
    at += day + 1;
    isEnding = true;
    expect((await sessions.seen(old)).renewed).toBeUndefined();
    expect(await driver.query("SELECT * FROM sessions")).toEqual([]);
    expect((await sessions.seen(old)).who).toEqual(stranger);
  });

  test("a renewal that cannot be stored keeps the old session; the next request renews it", async () => {
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
    const links = formLinksIn(keptIn(driver), passcode, () => at);
    const sessions = sessionsIn({ driver: full, now: () => at, passcode, links, secure: true });
    const old = cookieOf(await sessions.open("open sesame", undefined));
    at += day + 1;
    isFull = true;
    expect(await Promise.all([sessions.seen(old), sessions.seen(old)])).toMatchObject([{ who: staff }, { who: staff }]);
    expect((await sessions.seen(old)).renewed).toBeUndefined();
    isFull = false;
    const fresh = cookieOf((await sessions.seen(old)).renewed);
    // The first use of the new token writes as well.
    isFull = true;
    expect((await sessions.seen(fresh)).who).toEqual(staff);
    isFull = false;
    expect((await sessions.seen(fresh)).who).toEqual(staff);
    expect((await sessions.seen(old)).who).toEqual(stranger);
    await sessions.close(fresh);
    expect((await sessions.seen(fresh)).who).toEqual(stranger);
  });

  test("a device cookie cannot be forged, and is invalid after a passcode change", async () => {
    const { sessions, under } = await house();
    const device = cookieOf(sessions.newDevice().cookie);
    expect(device).toMatch(/^__Host-foyer-device=/);
    expect(sessions.device(`a=b; ${device}`)).toMatch(/^[\w-]{22}$/);
    for (const made of [undefined, "", "__Host-foyer-device=a.b", device.slice(0, -2), device.replace("=", "=x")])
      expect([made, sessions.device(made)]).toEqual([made, undefined]);
    expect((await under("shut sesame")).device(device)).toBeUndefined();
  });

  test("a form link exists beside the device's own session; signing out clears both cookies", async () => {
    const { sessions, signIn } = await house();
    const link = cookieOf(await sessions.grant({ station: "open-house", until: Date.UTC(2026, 11) }));
    const both = (cookie: string) => `${cookie}; ${link}`;
    const [mine, kiosk] = [await signIn(), await signIn("kiosk")];
    expect((await sessions.seen(both(mine))).who).toEqual({ role: "staff", link: "open-house" });
    expect((await sessions.seen(both(kiosk))).who).toEqual({ role: "kiosk", station: "kiosk", link: "open-house" });
    expect((await sessions.seen(link)).who).toEqual({ role: "kiosk", station: "open-house", link: "open-house" });
    const own = cookieOf(await sessions.grant({ station: "kiosk", until: Date.UTC(2026, 11), event: "e1" }));
    expect((await sessions.seen(`${kiosk}; ${own}`)).who).toEqual({ role: "kiosk", station: "kiosk" });
    await sessions.close(both(mine));
    expect((await sessions.seen(mine)).who).toEqual(stranger);
    expect(sessions.cleared.map(cookieOf)).toEqual(["__Host-foyer=", "__Host-foyer-link="]);
  });

  test("a form link that is opened 1,000 times stores nothing; a changed one opens nothing", async () => {
    const { sessions, driver } = await house();
    const link = { station: "open-house", until: Date.UTC(2026, 11), event: "any.id / with signs" };
    for (let count = 0; count < 1_000; count++) await sessions.grant(link);
    expect(await driver.query("SELECT * FROM sessions WHERE role = 'link'")).toEqual([]);
    const cookie = cookieOf(await sessions.grant(link));
    expect((await sessions.seen(cookie)).who).toMatchObject({ link: link.station, linkEvent: link.event });
    for (const changed of [cookie.replace("open-house", "front-desk"), cookie.slice(0, -1), `${cookie}x`])
      expect([changed, (await sessions.seen(changed)).who]).toEqual([changed, stranger]);
  });

  test("renewal keeps the rights of the session; signing out with either token ends both", async () => {
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
    const cookie = cookieOf(await sessions.grant({ station: "open-house", until: Date.UTC(2026, 10, 28) }));
    later(2 * day);
    expect(await sessions.seen(cookie)).toMatchObject({ who: { role: "kiosk", station: "open-house" } });
    expect((await sessions.seen(cookie)).renewed).toBeUndefined();
    later(day);
    expect((await sessions.seen(cookie)).who).toEqual(stranger);
  });

  test("another passcode ends every session on every proxy that has it; the same passcode ends none", async () => {
    const { sessions, under, signIn } = await house();
    const cookies = [
      await signIn(),
      await signIn("kiosk"),
      cookieOf(await sessions.grant({ station: "kiosk", until: Date.UTC(2026, 11) })),
    ];
    const seenBy = async (other: typeof sessions) =>
      Promise.all(cookies.map(async (cookie) => (await other.seen(cookie)).who.role));
    expect(await seenBy(await under("open sesame"))).toEqual(["staff", "kiosk", "kiosk"]);
    expect(await seenBy(await under("open sesame!"))).toEqual(["stranger", "stranger", "stranger"]);
  });

  test("closeOthers keeps this session and its renewal", async () => {
    const { sessions, signIn, later } = await house();
    const [lost, kiosk, mine] = [await signIn(), await signIn("kiosk"), await signIn()];
    later(day + 1);
    const [renewed, theirs] = [(await sessions.seen(mine)).renewed, (await sessions.seen(lost)).renewed];
    await sessions.closeOthers(mine);
    const roles: string[] = [];
    // In this order, because the first use of the new token ends the old one.
    for (const cookie of [mine, cookieOf(renewed), lost, cookieOf(theirs), kiosk])
      roles.push((await sessions.seen(cookie)).who.role);
    expect(roles).toEqual(["staff", "staff", "stranger", "stranger", "stranger"]);
  });

  test.each(["", "foyer", "__Host-foyer=", "__Host-foyer=x", "other=1; __Host-foyer=' OR 1=1", "foyer=abc"])(
    "the cookie %j belongs to no session",
    async (cookie) => {
      const { sessions, signIn } = await house();
      await signIn();
      expect((await sessions.seen(cookie)).who).toEqual(stranger);
    },
  );

  test("a device keeps its id through renewal, hand-over and a new sign-in", async () => {
    const { sessions, later } = await house();
    const { id, cookie } = sessions.newDevice();
    const staffs = cookieOf(await sessions.open("open sesame", undefined, undefined, id));
    expect(await sessions.deviceFor(staffs)).toEqual({ id });
    later(day + 1);
    const fresh = cookieOf((await sessions.seen(staffs)).renewed);
    expect(await sessions.deviceFor(fresh)).toEqual({ id });
    const kiosk = cookieOf(await sessions.handOver("kiosk", fresh));
    expect(await sessions.deviceFor(kiosk)).toEqual({ id });
    // The device cookie is used only without a session.
    expect(await sessions.deviceFor(cookieOf(cookie))).toEqual({});
  });

  test("a session of an earlier version gets a device, and a form link none", async () => {
    const { sessions, signIn } = await house();
    const old = await signIn();
    const { id, cookie } = await sessions.deviceFor(old);
    expect(cookie).toContain(id);
    expect(await sessions.deviceFor(old)).toEqual({ id });
    const link = cookieOf(await sessions.grant({ station: "kiosk", until: Date.UTC(2027, 0, 1) }));
    expect(await sessions.deviceFor(link)).toEqual({});
  });

  test("a revoked device is a stranger, others are not touched; allowing it or signing in there ends that", async () => {
    const { sessions, driver } = await house();
    const devices = devicesIn(driver);
    const report = { kind: "phone", build: "b", unsent: 3 } as const;
    const signInOn = async (id: string) => cookieOf(await sessions.open("open sesame", undefined, undefined, id));
    const [one, other] = [await signInOn("one"), await signInOn("other")];
    for (const id of ["one", "other"]) await devices.report(id, "staff", report, 1);
    expect(await devices.revoke("one", 2)).toBe(true);
    expect(await sessions.seen(one)).toEqual({ who: stranger, isRevoked: true });
    expect((await sessions.seen(other)).who).toEqual(staff);
    await devices.allow("one");
    expect((await sessions.seen(one)).who).toEqual(staff);
    await devices.revoke("one", 3);
    expect((await sessions.seen(await signInOn("one"))).who).toEqual(staff);
    const listed = (await devices.all()).filter(({ id }) => id === "one" || id === "other");
    expect(listed.map(({ id, unsent, revokedAt }) => [id, unsent, revokedAt])).toEqual([
      ["one", 3, null],
      ["other", 3, null],
    ]);
    expect(await devices.revoke("nobody", 1)).toBe(false);
  });
});
