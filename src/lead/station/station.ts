import * as z from "zod/mini";
import { check } from "../kinds.ts";
import { fieldAt } from "../fields.ts";
import { defaultConsent } from "./defaultConsent.ts";
import { languages } from "../languages.ts";
import { normalise } from "../normalise.ts";
import { attributeTypes } from "../topics/attributes.ts";

/** The houses that a kiosk can show. */
export const drawings = ["house", "townhouse", "apartment", "loft"] as const;
export const profiles = ["agent", "desk", "kiosk", "embed"] as const;

/** Line separators of word processors become line breaks, so that a submission can carry the text (envelope.ts). */
const clean = (typed: string) =>
  typed
    .toWellFormed()
    .replaceAll(/\r\n?|[\v\f\x85\p{Zl}\p{Zp}]/gu, "\n")
    .replaceAll(/(?![\n\t])\p{Cc}/gu, " ");
/** Zod counts code points, and the envelope of a submission counts UTF-16 units. */
const fits = (most: number) => check((typed) => typed.length <= most || [...typed].length > most, "too-long");
const onOneLine = (typed: string) => clean(typed).replaceAll(/[\n\t]+/g, " ");
const cleaned = (cleanUp: (typed: string) => string) => (most: number) =>
  z.string().check(z.overwrite(cleanUp), z.minLength(1), z.maxLength(most), fits(most));
const text = cleaned(onOneLine);
const paragraphs = cleaned(clean);
/** A text that answers are compared with. They are trimmed and composed (tidy.ts), so it is, too. */
const compared = cleaned((typed) => normalise(onOneLine(typed)));
const list = <T extends z.core.$ZodType>(item: T) => z._default(z.array(item), []);
/** A whole question: a row, or a part of one, is neither switched nor required by itself. */
const path = z.string().check(check((typed) => fieldAt(typed)?.path === typed, "unknown"));

/** An open house. It counts only on its own local day: `2026-11-22`. */
const event = z.strictObject({
  /** Made by the proxy. A changed text gets a new id. */
  id: z.optional(text(64)),
  address: text(120),
  date: text(40),
  hours: z.optional(text(60)),
  host: z.optional(text(60)),
});

/** The most characters of a photo: about 64 KiB of image. */
export const mostOfPhoto = 90_000;

const count = z.int().check(z.minimum(1), z.maximum(999_999_999));

/** What a kiosk's first screen says about a house: only while its event is at this address. */
const listing = z.strictObject({
  address: z.optional(text(120)),
  beds: z.optional(count),
  baths: z.optional(z.number().check(z.minimum(0.5), z.maximum(99), z.multipleOf(0.5))),
  squareFeet: z.optional(count),
  /** In US dollars. */
  price: z.optional(count),
  /** In place of the drawing. As data, so that it is in the page itself, also offline, and comes from nobody else. */
  photo: z.optional(
    z.string().check(z.maxLength(mostOfPhoto), z.regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z\d+/]+={0,2}$/)),
  ),
});

/** How people read a question in another language. Lofty always gets its `name` and `options`. */
const attributeTexts = z.strictObject({
  name: z.optional(text(120)),
  /** The text of each option, by the option. An option that is not in it is shown as it is. */
  options: z.optional(z.record(compared(120), text(120))),
});

const attribute = z.strictObject({
  name: compared(60),
  type: z.enum(attributeTypes),
  options: z.optional(z.array(compared(120)).check(z.minLength(1))),
  /** Whether visitors may answer it. */
  visitors: z._default(z.boolean(), false),
  texts: z.optional(z.partialRecord(z.enum(languages), attributeTexts)),
});

/** A text that visitors read, and its version. */
const wording = {
  version: text(40),
  /** In the station's first language. Visitors whose language has no text of its own read this one. */
  text: paragraphs(4000),
  /** The text in other languages. */
  texts: z.optional(z.partialRecord(z.enum(languages), paragraphs(4000))),
};

const consent = z.strictObject({
  ...wording,
  /** standard: an unticked text box forbids text messages. strict: every unticked box forbids its channel. */
  policy: z._default(z.enum(["standard", "strict"]), "standard"),
});

/** What the office tells people about its role as an agent. Visitors may say that they have read it. */
const acknowledgement = z.strictObject({
  ...wording,
  /** Whether it asks for the person's typed name, and for the name of the person's own agent. */
  asksName: z._default(z.boolean(), false),
  asksAgent: z._default(z.boolean(), false),
});

/** An origin that is safe inside a Content-Security-Policy: it cannot end one directive and begin another. */
export const frameParent = /^https?:\/\/(\*\.)?([a-z\d-]+(\.[a-z\d-]+)*|\[[a-f\d:]+\])(:\d{1,5})?$/i;

/** A configured place of intake: who uses it, what it asks, what it adds to every lead. */
export const stationSchema = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  profile: z.enum(profiles),
  name: text(60),
  event: z.optional(event),
  /** The languages of the visitors' form. It starts in the first one. */
  languages: z._default(z.array(z.enum(languages)).check(z.minLength(1)), ["en"]),
  brand: z.optional(
    z.strictObject({
      name: text(60),
      colour: z.optional(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/))),
      logo: z.optional(text(300)),
    }),
  ),
  /** Values that are added to the lead. Texts may hold {address} {date} {host}. Never sent to visitors. */
  presets: z._default(z.record(z.string(), z.unknown()), {}),
  /** Paths of questions that are switched on (those offered to visitors) or off. */
  asks: z._default(z.strictObject({ on: list(path), off: list(path) }), { on: [], off: [] }),
  required: list(path),
  /** Whether a phone number or an email is required. On by default for kiosk and embed. */
  needsContact: z.optional(z.boolean()),
  attributes: list(attribute),
  consent: z._default(consent, defaultConsent),
  acknowledgement: z.optional(acknowledgement),
  /** Tags that an agent sets with one tap: how warm the lead is. */
  temperatures: z._default(z.array(compared(64)), ["Hot", "Warm", "Nurture"]),
  /** Whether staff devices keep an unfinished lead through a reload or a crash. */
  drafts: z._default(z.boolean(), true),
  /** If Lofty knows the person by email: true adds to that person (tags, a note); false creates a new lead. */
  updateKnownPeople: z._default(z.boolean(), true),
  /**
   * What happens to a new lead while Lofty's look-ups do not work. create: it is created with a remark. park: it waits
   * for staff.
   */
  whenUnrecognized: z._default(z.enum(["create", "park"]), "create"),
  /** The custom attribute that holds our reference, in addition to the last lines of the note. */
  referenceAttribute: z.optional(compared(60)),
  /** A kiosk clears itself after this many seconds without a touch. */
  idleSeconds: z._default(z.int().check(z.minimum(5), z.maximum(300)), 60),
  /** Origins that may embed this station in a frame. */
  frameParents: list(z.string().check(z.regex(frameParent))),
  drawing: z._default(z.enum(drawings), "house"),
  listing: z.optional(listing),
});

export type Station = z.infer<typeof stationSchema>;
export type StationEvent = z.infer<typeof event>;
export type Listing = z.infer<typeof listing>;
