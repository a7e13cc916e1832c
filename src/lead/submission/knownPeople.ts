/** `GET /api/recognition`: whether Lofty's look-ups by email work with our credential; null if not yet known. */
export interface RecognitionAnswer {
  readonly works: boolean | null;
}

/** A person whom staff are about to import. Empty: not given. */
export interface AskedPerson {
  readonly email: string;
  readonly phone: string;
}

/** One request asks for this many people at most. */
export const mostAsked = 100;

/** A person in Lofty with an email or phone that was asked for. */
export interface InLofty {
  readonly leadId: string;
  readonly name: string;
  /** How many more people have it. */
  readonly more: number;
}

/**
 * `POST /api/known` {people: AskedPerson[]}: what is known of each person so far, in the order of the request. null: the
 * look-up waits, so ask again. false: nobody was found, or Lofty did not say.
 */
export interface KnownAnswer {
  readonly people: readonly (InLofty | false | null)[];
}
