import * as z from "zod/mini";
import { check } from "./kinds.ts";
import { fieldAt } from "./fields.ts";
import { attributeTypes } from "./topics/attributes.ts";

export const profiles = ["agent", "desk", "kiosk", "embed"] as const;
export const languages = ["en", "fr", "de", "es", "zh-CN", "zh-TW", "ja"] as const;
/** The languages that the screens can be shown in (form/words/*.json). */
export const catalogues = ["en"] as const satisfies readonly (typeof languages)[number][];

const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const list = <T extends z.core.$ZodType>(item: T) => z._default(z.array(item), []);
const path = z.string().check(check((typed) => fieldAt(typed) !== undefined, "unknown"));

/** An open house. It counts on its own day only: `2026-11-22`, as the calendar there has it. */
const event = z.strictObject({
  /** Names this text. The proxy makes it: another text is another id. */
  id: z.optional(text(64)),
  address: text(120),
  date: text(40),
  hours: z.optional(text(60)),
  host: z.optional(text(60)),
});

const attribute = z.strictObject({
  name: text(60),
  type: z.enum(attributeTypes),
  options: z.optional(z.array(text(120)).check(z.minLength(1))),
  /** Whether visitors may answer it. */
  visitors: z._default(z.boolean(), false),
});

const consent = z.strictObject({
  version: text(40),
  text: text(4000),
  /** standard: an unticked text box forbids texts; strict: every unticked box forbids its channel. */
  policy: z._default(z.enum(["standard", "strict"]), "standard"),
});

/** An origin as a Content-Security-Policy may name it: nothing in it can end one rule and begin another. */
export const frameParent = /^https?:\/\/(\*\.)?([a-z\d-]+(\.[a-z\d-]+)*|\[[a-f\d:]+\])(:\d{1,5})?$/i;

/** A configured place of intake: who uses it, what it asks, what it adds to every lead. */
export const stationSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  profile: z.enum(profiles),
  name: text(60),
  event: z.optional(event),
  languages: z._default(z.array(z.enum(languages)).check(z.minLength(1)), ["en"]),
  brand: z.optional(
    z.strictObject({
      name: text(60),
      colour: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))),
      logo: z.optional(text(300)),
    }),
  ),
  /** Part of a lead, added to what was answered; texts may hold {address} {date} {host}. Never sent to visitors. */
  presets: z._default(z.record(z.string(), z.unknown()), {}),
  /** Questions switched on (those offered to visitors) and off, by path. */
  asks: z._default(z.strictObject({ on: list(path), off: list(path) }), { on: [], off: [] }),
  required: list(path),
  /** A phone number or an email must be given; on by default for kiosk and embed. */
  needsContact: z.optional(z.boolean()),
  attributes: list(attribute),
  consent: z._default(consent, {
    version: "1",
    text: "You may contact me about homes by the ways I ticked. This is not a condition of buying anything.",
    policy: "standard",
  }),
  /** Tags an agent sets with one touch: how warm the lead is. */
  temperatures: z._default(z.array(text(64)), ["Hot", "Warm", "Nurture"]),
  /** Whether staff devices keep an unfinished lead over a reload or a crash. */
  drafts: z._default(z.boolean(), true),
  /** Whether a person whom Lofty knows by email is added to (tags, a note) instead of created anew. */
  updateKnownPeople: z._default(z.boolean(), true),
  /** What becomes of a new lead while Lofty's look-ups do not work: created, and said so on the lead; or it waits for staff. */
  whenUnrecognized: z._default(z.enum(["create", "park"]), "create"),
  /** The custom attribute that carries our reference, beside the note's last lines. */
  referenceAttribute: z.optional(text(60)),
  /** A kiosk clears itself after this long without a touch. */
  idleSeconds: z._default(z.int().check(z.minimum(5), z.maximum(300)), 60),
  /** Origins that may show this station in a frame. */
  frameParents: list(z.string().check(z.regex(frameParent))),
  drawing: z._default(z.enum(["house", "townhouse", "apartment", "loft"]), "house"),
});

export type Station = z.infer<typeof stationSchema>;
export type StationEvent = z.infer<typeof event>;
