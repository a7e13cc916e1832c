import type { Hono } from "hono";
import * as z from "zod/mini";
import { outboxGroups, type OutboxAnswer, type OutboxGroup, type OutboxPage } from "#lead/staffAnswers.ts";
import type { Clock } from "../delivery/clock.ts";
import type { Credential } from "../delivery/credential.ts";
import type { Pause } from "../delivery/gate.ts";
import { canSendTogether, type sendTogether } from "../delivery/sendTogether.ts";
import { heldBy } from "../intake/receipt.ts";
import { problem } from "../problem.ts";
import { outboxView } from "../staff/outboxView.ts";
import { placeOf, type Place } from "../store/lists.ts";
import type { Entry, Outbox } from "../store/outbox.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";

export interface ListParts {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly paused: () => Pause | undefined;
  readonly credential: Credential;
  readonly crmPage: (leadId: string | null) => string;
  readonly together: ReturnType<typeof sendTogether>;
  /** Requests that the CRM takes in a minute. */
  readonly perMinute: () => number;
}

const firstPage = 50;
const nextPage = 200;
/** Two look-ups, the create and two reads. */
const requestsPerLead = 5;
/** Fewer are in the CRM before anybody has read when. */
const aFew = 5;

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

/** How many leads there are, the lists page by page, and one action for parked leads of one cause. */
export function outboxLists(app: Hono<Asked>, parts: ListParts) {
  const { outbox, clock, paused, credential, crmPage, together, perMinute } = parts;
  const viewOf = (entry: Entry) => outboxView(heldBy(entry, credential), paused(), crmPage);
  const page = async (group: OutboxGroup, most: number, after?: Place): Promise<OutboxPage> => {
    const entries = await outbox.page(group, most, after);
    const last = entries.length === most ? entries.at(-1) : undefined;
    return { entries: entries.map(viewOf), ...(last ? { next: cursorOf(placeOf(group, last)) } : {}) };
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
    const [causes, ...pages] = await Promise.all([
      outbox.causes(),
      ...outboxGroups.map((group) => page(group, firstPage)),
    ]);
    const countOf = (group: OutboxGroup) =>
      causes.reduce((sum, cause) => sum + (cause.group === group ? cause.count : 0), 0);
    const counts = { needsYou: countOf("needsYou"), waiting: countOf("waiting"), delivered: countOf("delivered") };
    const closed = paused();
    return c.json({
      entries: pages.flatMap(({ entries }) => entries),
      counts,
      causes: causes
        .filter(({ group, reason }) => group === "needsYou" && canSendTogether(reason))
        .map(({ reason, count }) => ({ reason, count, ...together.of(reason) }))
        .filter(({ count, left }) => count > 1 || left !== undefined),
      ...(counts.waiting > aFew ? { lastAt: lastAt(counts.waiting) } : {}),
      ...(credential.state() === "refused" ? { credential: credential.variable } : {}),
      ...(closed ? { paused: { reason: closed.reason, until: new Date(closed.until).toISOString() } } : {}),
    } satisfies OutboxAnswer);
  });
  app.post("/api/outbox", staffOnly, (c) =>
    withBody(c, sendAll, async ({ reason, count }) => {
      if (!canSendTogether(reason)) return problem(422, "look-first", "The CRM may have these leads");
      const started = await together.start(reason, count);
      return started > 0 ? c.json({ count: started }, 202) : problem(409, "not-parked", "Someone else has seen to it");
    }),
  );
}
