import { expect, test } from "vitest";
import { clockOf } from "../platform/clock.ts";
import {
  afterAttempt,
  afterLook,
  afterReading,
  canFix,
  fixed,
  inCrm,
  isLastLook,
  marked,
  sendAgain,
  type Sight,
} from "./machine.ts";
import { entryWith as entry, now } from "../testing/entryWith.ts";
import type { Entry } from "../store/outbox.ts";

const clock = clockOf(() => now, 1);
const absent: Sight = { kind: "absent", lookalike: false };

test("counts an attempt when it is marked, before the request", () => {
  expect(marked(entry({ attempts: 1 }))).toMatchObject({ status: "sending", attempts: 2 });
});

test("retries what was certainly not processed, with doubling delays of at most ten minutes", () => {
  const waits = [0, 1, 2, 9, 500].map((misses) => {
    const change = afterAttempt(entry({ misses }), { kind: "unsent", reason: "unreachable" }, clock);
    expect(change).toMatchObject({ status: "accepted", reason: "unreachable", misses: misses + 1 });
    return (change.dueAt ?? 0) - now;
  });
  expect(waits).toEqual([2_000, 4_000, 8_000, 600_000, 600_000]);
});

test("parks after 16 failures of the lead's own; those of an outage do not count", () => {
  const own = { kind: "unsent", reason: "http-500", isOwn: true } as const;
  const after = (values: Partial<Entry>) => afterAttempt(entry(values), own, clock);
  expect(after({ misses: 200, looks: 15 })).toMatchObject({ status: "accepted", misses: 201, looks: 16 });
  expect(after({ looks: 16 })).toMatchObject({ status: "parked", reason: "failed-alone" });
  for (const resends of [1, 2])
    expect(after({ looks: 16, resends })).toMatchObject({ status: "parked", reason: "cannot-look-up" });
  const blocked = afterAttempt(entry({ looks: 16 }), { kind: "blocked", reason: "http-403" }, clock);
  expect(blocked).toMatchObject({ status: "parked", reason: "blocked" });
  const common = afterAttempt(entry({ looks: 16 }), { kind: "unsent", reason: "http-500" }, clock);
  expect(common).toMatchObject({ status: "accepted" });
});

test("a response ends the attempt: delivered, added to a known person, or refused", () => {
  const leadId = "1738234566814937089";
  expect(afterAttempt(entry(), { kind: "delivered", leadId }, clock)).toMatchObject({
    status: "delivered",
    leadId,
  });
  expect(afterAttempt(entry(), { kind: "added", leadId }, clock)).toMatchObject({
    status: "delivered",
    reason: "known-person",
    leadId,
  });
  expect(afterAttempt(entry(), { kind: "refused", reason: "crm-20012", status: 400 }, clock)).toMatchObject({
    status: "parked",
    reason: "crm-20012",
  });
});

/** Applies looks until the entry leaves `unknown`. Returns the due times and the final entry. */
function look(first: Partial<Entry>, sights: readonly Sight[]) {
  let at = 0;
  let current = entry({
    ...first,
    ...afterAttempt(entry(first), { kind: "unknown", reason: "no-answer" }, clock),
  });
  const due = [(at += (current.dueAt ?? 0) - now)];
  for (const sight of sights) {
    current = { ...current, ...afterLook(current, sight, clock) };
    if (current.status === "unknown") due.push((at += (current.dueAt ?? 0) - now));
  }
  return { due, current };
}

test("unknown outcome: looks after 15 s, 60 s, 5 min and 12 min, then resends once", () => {
  const { due, current } = look({}, [absent, absent, absent, absent]);
  expect(due).toEqual([15_000, 60_000, 300_000, 720_000]);
  expect(current).toMatchObject({ status: "accepted", resends: 1, looks: 0 });
  expect(look({ resends: 1 }, [absent, absent, absent, absent]).current).toMatchObject({
    status: "parked",
    reason: "unknown-outcome",
  });
});

test("does not count a failed look as an empty one", () => {
  const failed: Sight = { kind: "failed", hopeless: false };
  const { current } = look({}, [absent, failed, failed, absent]);
  expect(current).toMatchObject({ status: "unknown", looks: 2 });
  expect(look({}, Array<Sight>(40).fill(failed)).current.status).toBe("unknown");
  expect(look({}, Array<Sight>(41).fill(failed)).current).toMatchObject({ status: "parked", reason: "cannot-look-up" });
  const hopeless: Sight = { kind: "failed", hopeless: true };
  expect(look({}, [hopeless]).current).toMatchObject({ status: "parked", reason: "cannot-look-up" });
  const restored = entry({ status: "unknown", reason: "restored" });
  expect(afterLook(restored, hopeless, clock)).toMatchObject({ status: "parked", reason: "restored" });
});

test("found at any look: delivered; a possible match: not resent", () => {
  expect(look({}, [absent, { kind: "found", leadId: "7", added: true }]).current).toMatchObject({
    status: "delivered",
    leadId: "7",
    reason: "known-person",
  });
  expect(look({}, [absent, absent, absent, { kind: "absent", lookalike: true }]).current).toMatchObject({
    status: "parked",
    reason: "maybe-in-crm",
  });
});

test("read back: confirmed, and stores the differences", () => {
  const read = { kind: "read", differences: "[]", samePhoneAs: "Sample Person" } as const;
  expect(afterReading(entry({ status: "delivered" }), read, clock)).toMatchObject({
    status: "confirmed",
    dueAt: null,
    differences: "[]",
    samePhoneAs: "Sample Person",
  });
});

test("an id that returns 404 for twelve minutes is a ghost; a read that fails for good leaves the lead delivered", () => {
  let current = entry({ status: "delivered", leadId: "7" });
  for (const ghost of [false, false, false, false, true]) {
    expect(isLastLook(current)).toBe(ghost);
    current = { ...current, ...afterReading(current, { kind: "gone" }, clock) };
  }
  expect(afterReading(current, { kind: "survivor", leadId: "8" }, clock)).toMatchObject({
    status: "delivered",
    leadId: "8",
  });
  expect(afterReading(current, { kind: "nowhere" }, clock)).toMatchObject({ status: "parked", reason: "not-in-crm" });
  const failed = { kind: "failed", hopeless: false } as const;
  expect(afterReading(entry({ status: "delivered", misses: 12 }), failed, clock)).toEqual({
    status: "delivered",
    dueAt: null,
  });
  // The last read returned 404: we do not know whether Lofty has it.
  expect(afterReading({ ...current, misses: 12 }, failed, clock)).toMatchObject({
    status: "parked",
    reason: "not-read-back",
  });
});

test("status 200 with an error code: looks, then parks it as refused and does not resend", () => {
  let current = entry({ status: "sending" });
  const coded = { kind: "unknown", reason: "crm-300011" } as const;
  current = { ...current, ...afterAttempt(current, coded, clock) };
  for (let looks = 0; looks < 3; looks++) {
    current = { ...current, ...afterLook(current, absent, clock) };
    expect(current.status).toBe("unknown");
  }
  expect(afterLook(current, absent, clock)).toMatchObject({ status: "parked", reason: "crm-300011" });
  expect(afterLook(current, { kind: "found", leadId: "7", added: false }, clock)).toMatchObject({ leadId: "7" });
});

test("staff settle parked leads, and can correct only what is not in the CRM for sure", () => {
  expect(inCrm("7")).toMatchObject({ status: "delivered", leadId: "7", reason: "found-by-staff", dueAt: null });
  expect(sendAgain(clock)).toMatchObject({ status: "accepted", reason: null, resends: 2, dueAt: now });
  expect(fixed('{"firstName":"A"}', clock)).toMatchObject({ status: "accepted", lead: '{"firstName":"A"}' });
  const parked = (reason: string) => canFix(entry({ status: "parked", reason }));
  expect(["crm-20012", "blocked", "failed-alone", "unknown-outcome", "maybe-in-crm", "not-in-crm"].map(parked)).toEqual(
    [true, true, true, false, false, false],
  );
});
