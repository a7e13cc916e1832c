import { count, oneOf } from "./switch.ts";

/** Switches for how a lead is stored, and when it can be read. */
export const recordSwitches = {
  readLagMs: count(
    1500,
    {},
    "assumed",
    "7",
    "For so long a new lead is 404/20006, also to notes; PUT, inquiry and property are accepted at once.",
  ),
  staleReadMs: count(0, {}, "assumed", "3.3", "Reads and look-ups see the records as they were so long ago."),
  knownEmail: oneOf(
    ["ghost", "survivor", "duplicate", "refuse"],
    "observed",
    "3.3",
    "A create with a known e-mail: merged, answering an id that is 404 later; merged, answering the survivor's id; a second lead; 200 with status 300011.",
  ),
  knownBy: oneOf(
    ["email", "email-or-name-and-phone"],
    "assumed",
    "3.3",
    "What makes a person known. The user interface also compares names and phones.",
  ),
  putKnownEmail: oneOf(
    ["refuse", "accept"],
    "observed",
    "3.3",
    "PUT with the e-mail of another lead: 200 with status 300011 and nothing written, or written.",
  ),
  putAttributes: oneOf(
    ["merge", "replace"],
    "assumed",
    "3.4",
    "Whether PUT with some custom attributes keeps the others.",
  ),
  contentOnCreate: oneOf(
    ["persisted", "ignored"],
    "documented",
    "3.1",
    "Whether content becomes a note. Documented; one client found it lost.",
  ),
  noteForm: oneOf(
    ["as-sent", "html", "escaped-twice", "one-line"],
    "assumed",
    "5",
    "How a note's content is read: as it was sent; as escaped HTML with <br>; the same escaped once more; without line breaks.",
  ),
  createdId: oneOf(
    ["own", "foreign"],
    "assumed",
    "3.3",
    "The id a create answers: the new lead's, or the id of the lead created before it.",
  ),
  bigIds: oneOf(
    [false, true],
    "observed",
    "3.3",
    "New ids of 15 digits, or above 2^53 (seen in an example of the documentation).",
  ),
  shapes: oneOf(
    ["live", "spec"],
    "observed",
    "5",
    "Reads as observed ({lead: …}, _metadata) or as specified (bare, get_metadata).",
  ),
};
