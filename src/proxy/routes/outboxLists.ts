import type { Hono } from "hono";
import * as z from "zod/mini";
import {
  outboxGroups,
  type Open,
  type OutboxAnswer,
  type OutboxGroup,
  type OutboxPage,
} from "#lead/submission/staffAnswers.ts";
import type { Clock } from "../platform/clock.ts";
import type { Credential } from "../crm/credential.ts";
import type { Pause } from "../crm/gate.ts";
import { canSendTogether, type sendTogether } from "../delivery/sendTogether.ts";
import { heldBy } from "../intake/receipt.ts";
import { cannotOpen, isClosed } from "../intake/parkedOnArrival.ts";
import { problem } from "../http/problem.ts";
import { outboxView } from "../staff/outboxView.ts";
import { placeOf, type Place } from "../store/lists.ts";
import type { LaterNotes } from "../store/laterNotes.ts";
import { nameIn } from "../store/nameIn.ts";
import type { Entry, Outbox } from "../store/outbox.ts";
import { asShown } from "../store/driver/unreadable.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";

export interface ListParts {
  readonly outbox: Outbox;
  readonly laterNotes: LaterNotes;
  readonly clock: Clock;
  readonly paused: () => Pause | undefined;
  readonly credential: Credential;
  readonly crmPage: (leadId: string | null) => string;
  readonly together: ReturnType<typeof sendTogether>;
  /** `reopen` opens a sealed lead whose key has come back. Returns a refusal when it still cannot be opened. */
  readonly leads: { readonly reopen: (entry: Entry) => Promise<Response | undefined> };
  /** The requests that the CRM accepts a minute. */
  readonly perMinute: () => number;
}

const firstPage = 50;
const nextPage = 200;
/** Two look-ups, the create and two reads. */
const requestsPerLead = 5;
/** Fewer leads are delivered before anybody reads an estimate. */
const aFew = 5;
/** Staff handle these first. */
const mostNamed = 20;
/** Opening takes a few milliseconds each. */
const mostReopened = 500;

const sendAll = z.strictObject({
  action: z.literal("send-all"),
  reason: z.string().check(z.maxLength(100)),
  count: z.int().check(z.positive()),
});
const cursorShape = /^(\d{1,15})\.([0-9a-f-]{36})$/;
const cursorOf = ({ at, id }: Place) => `${at}.${id}`;
const placeAt = (cursor: string): Place | undefined => {
  const [, at, id] = cursorShape.exec(cursor) ?? [];
  return at === undefined || id === undefined ? undefined : { at: Number(at), id };
};

/** Sealed leads can be opened together once their key is back. */
const canSend = (reason: string) => reason === cannotOpen || canSendTogether(reason);

/** Routes for the outbox: counts, the lists with pages, and one action for all parked leads with one cause. */
export function outboxLists(app: Hono<Asked>, parts: ListParts) {
  const { outbox, laterNotes, clock, paused, credential, crmPage, together, leads, perMinute } = parts;
  const viewOf = (entry: Entry) => outboxView(heldBy(entry, credential), paused(), crmPage);
  const page = async (group: OutboxGroup, most: number, after?: Place): Promise<OutboxPage> => {
    const entries = await outbox.page(group, most, after);
    const last = entries.length === most ? entries.at(-1) : undefined;
    return { entries: entries.map(viewOf), ...(last ? { next: cursorOf(placeOf(group, last)) } : {}) };
  };
  /** Some may be sealed to a key that is still lost, so one that stays closed does not end it. */
  const reopenAll = async (count: number) => {
    let opened = 0;
    for (const id of await outbox.parkedFor(cannotOpen, Math.min(count, mostReopened))) {
      const entry = await outbox.find(id);
      if (entry && isClosed(entry) && (await leads.reopen(entry)) === undefined) opened += 1;
    }
    return opened > 0
      ? Response.json({ count: opened }, { status: 202 })
      : problem(409, "cannot-open", "Their keys are not here, or they are damaged");
  };
  const lastAt = (waiting: number) => {
    const ms = (waiting * requestsPerLead * 60_000) / perMinute();
    return new Date(Math.max(0, (paused()?.until ?? 0) - clock.now()) + clock.in(ms)).toISOString();
  };

  app.get("/api/outbox", staffOnly, async (c) => {
    const wanted = c.req.query("group");
    if (wanted !== undefined) {
      const group = outboxGroups.find((one) => one === wanted);
      const cursor = c.req.query("after");
      const after = cursor === undefined ? undefined : placeAt(cursor);
      if (!group || (cursor !== undefined && !after)) return problem(422, "request-wrong", "No such page");
      return c.json(await page(group, nextPage, after));
    }
    const [counts, causes, withRefused, ...pages] = await Promise.all([
      outbox.counts(),
      outbox.causes(),
      laterNotes.refused(mostNamed),
      ...outboxGroups.map((group) => page(group, firstPage)),
    ]);
    const closed = paused();
    const noted = (await Promise.all(withRefused.map(outbox.find))).filter((entry) => entry !== undefined);
    return c.json({
      entries: pages.flatMap(({ entries }) => entries),
      counts,
      causes: causes
        .map(({ reason, count }) => ({ reason, count, canSend: canSend(reason), ...together.of(reason) }))
        .filter(({ count, left }) => count > 1 || left !== undefined),
      ...(counts.waiting > aFew ? { lastAt: lastAt(counts.waiting) } : {}),
      ...(credential.state() === "refused" ? { credential: credential.variable } : {}),
      ...(noted.length > 0
        ? { refusedNotes: noted.map(asShown).map(({ id, lead }) => ({ id, name: nameIn(lead) })) }
        : {}),
      ...(closed ? { paused: { reason: closed.reason, until: new Date(closed.until).toISOString() } } : {}),
    } satisfies OutboxAnswer);
  });
  app.get("/api/open", staffOnly, async (c) => c.json((await outbox.open()) satisfies Open));
  app.post("/api/outbox", staffOnly, (c) =>
    withBody(c, sendAll, async ({ reason, count }) => {
      if (reason === cannotOpen) return reopenAll(count);
      if (!canSendTogether(reason)) return problem(422, "look-first", "The CRM may have these leads");
      const started = await together.start(reason, count);
      return started > 0
        ? c.json({ count: started }, 202)
        : problem(409, "not-parked", "Someone else has already handled it");
    }),
  );
}
