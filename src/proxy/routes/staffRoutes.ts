import type { Hono } from "hono";
import * as z from "zod/mini";
import { oneLine } from "#lead/submission/envelope.ts";
import type { DuplicatesAnswer } from "#lead/submission/duplicates.ts";
import { mostAsked, type KnownAnswer, type RecognitionAnswer } from "#lead/submission/knownPeople.ts";
import type { Vocabulary } from "#lead/vocabulary.ts";
import type { Preview } from "../delivery/preview.ts";
import { staffOnly, withBody, type Asked } from "./asked.ts";
import { problem } from "../http/problem.ts";
import type { OptOuts } from "../store/optOuts.ts";
import { reachOf, type Reach } from "../store/reach.ts";
import type { StaffQueries } from "../store/staffQueries.ts";

export interface StaffParts {
  readonly staff: StaffQueries;
  readonly optOuts: Pick<OptOuts, "find" | "withdrawals">;
  readonly vocabulary: () => Promise<Vocabulary | undefined>;
  /** Returns whether look-ups by email work; undefined while unknown. */
  readonly recognizes: () => boolean | undefined;
  readonly preview: Pick<Preview, "of">;
}

const list = z._default(z.array(oneLine(320)).check(z.maxLength(20)), []);
const duplicatesBody = z.strictObject({ emails: list, phones: list });

const contact = z.union([z.literal(""), oneLine(320)]);
const knownBody = z.strictObject({
  people: z.array(z.strictObject({ email: contact, phone: contact })).check(z.maxLength(mostAsked)),
});

/** Routes for the look-ups of staff's forms. */
export function staffRoutes(app: Hono<Asked>, parts: StaffParts) {
  const { staff, optOuts, vocabulary, recognizes, preview } = parts;
  app.get("/api/vocabulary", staffOnly, async (c) => {
    const lists = await vocabulary();
    return lists ? c.json(lists) : problem(503, "crm-unavailable", "Lofty's lists cannot be had now");
  });
  app.get("/api/recognition", staffOnly, (c) => c.json({ works: recognizes() ?? null } satisfies RecognitionAnswer));
  app.post("/api/known", staffOnly, (c) =>
    withBody(c, knownBody, ({ people }) => {
      const { session, address } = c.get("sender");
      return c.json({ people: preview.of(session ?? address, people) } satisfies KnownAnswer);
    }),
  );
  app.post("/api/duplicates", staffOnly, (c) =>
    withBody(c, duplicatesBody, async ({ emails, phones }) => {
      const asked = new Map<string, readonly Reach[]>([
        ...emails.map((email) => [email, reachOf({ emails: [email] })] as const),
        ...phones.map((phone) => [phone, reachOf({ phones: [phone] })] as const),
      ]);
      const typed = new Map([...asked].flatMap(([text, reach]) => reach.map(({ value }) => [value, text])));
      const found = await staff.matches(reachOf({ emails, phones }));
      const matches = found.map((match) => ({ ...match, value: typed.get(match.value) ?? match.value }));
      const barred = await optOuts.find([...asked].map(([id, reach]) => ({ id, reach })));
      const known = [...barred].map(([value, ways]) => ({ value, ways }));
      return c.json({ matches, optOuts: known.filter((one) => one.ways.length > 0) } satisfies DuplicatesAnswer);
    }),
  );
}
