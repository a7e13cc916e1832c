import type { Acknowledgement } from "#lead/submission/acknowledgement.ts";
import type { Consent } from "#lead/submission/consent.ts";
import { textHash } from "../platform/textHash.ts";
import type { Driver, Row } from "./driver/driver.ts";
import { unreadableText } from "./driver/unreadable.ts";

/** What somebody was shown and said. */
type Said<What> = Omit<What, "text"> & { readonly text: string; readonly hash: string; readonly deviceAt?: string };

/** The consent of one submission. The lead is null once it was forgotten: the rest stays. */
export interface ConsentRecord {
  readonly id: string;
  readonly station: string;
  readonly leadId: string | null;
  /** When the proxy took it, in ms. */
  readonly acceptedAt: number;
  readonly lead: string | null;
  readonly consent?: Said<Consent>;
  readonly acknowledgement?: Said<Acknowledgement>;
}

export interface ConsentRecords {
  /** Returns all consents, some at a time: those of held leads, then those of forgotten ones. */
  readonly all: () => AsyncGenerator<readonly ConsentRecord[]>;
}

const mostTogether = 200;

export function consentRecordsIn({ query }: Driver): ConsentRecords {
  async function* pages(select: (where: string) => string, key: string) {
    for (let last = ""; ;) {
      const rows: readonly Row[] = await query(`${select(`${key} > $1`)} ORDER BY ${key} LIMIT ${mostTogether}`, [
        last,
      ]);
      yield rows;
      if (rows.length < mostTogether) return;
      last = String(rows.at(-1)?.["id"]);
    }
  }
  return {
    async *all() {
      const held = pages(
        (where) => `SELECT id, station, lead_id, accepted_at, lead, consent, acknowledgement FROM submissions
          WHERE ${where} AND lead IS NOT NULL AND (consent IS NOT NULL OR acknowledgement IS NOT NULL)`,
        "id",
      );
      for await (const rows of held) yield rows.map(heldRecord);
      const forgotten = pages(
        (where) => `SELECT submission AS id, consents.*, shown_texts.text FROM consents
          LEFT JOIN shown_texts ON hash = text_hash WHERE ${where}`,
        "submission",
      );
      for await (const rows of forgotten) {
        const texts = await query("SELECT hash, text FROM shown_texts");
        const textOf = new Map(texts.map(({ hash, text }) => [String(hash), String(text)]));
        yield rows.map((row) => forgottenRecord(row, textOf));
      }
    },
  };
}

const about = (row: Row) => ({
  id: String(row["id"]),
  station: String(row["station"]),
  leadId: row["lead_id"] === null ? null : String(row["lead_id"]),
});

const said = <What extends { readonly text: string }>(json: unknown) => {
  if (typeof json !== "string" || json === unreadableText) return undefined;
  const what = JSON.parse(json) as What;
  return { ...what, hash: textHash(what.text) };
};

function heldRecord(row: Row): ConsentRecord {
  const [consent, acknowledgement] = [said<Consent>(row["consent"]), said<Acknowledgement>(row["acknowledgement"])];
  return {
    ...about(row),
    acceptedAt: Number(row["accepted_at"]),
    lead: String(row["lead"]),
    ...(consent && { consent }),
    ...(acknowledgement && { acknowledgement }),
  };
}

function forgottenRecord(row: Row, textOf: ReadonlyMap<string, string>): ConsentRecord {
  const read = row["acknowledgement"] as string | null;
  const { hash, ...known } = read === null ? { hash: "" } : (JSON.parse(read) as Omit<Said<Acknowledgement>, "text">);
  return {
    ...about(row),
    acceptedAt: Number(row["recorded_at"] ?? row["given_at"]),
    lead: null,
    consent: {
      version: String(row["version"]),
      text: String(row["text"] ?? ""),
      hash: String(row["text_hash"]),
      language: String(row["language"]),
      at: new Date(Number(row["given_at"])).toISOString(),
      by: row["given_by"] as Consent["by"],
      channels: JSON.parse(String(row["channels"])) as Consent["channels"],
    },
    ...(read === null
      ? {}
      : { acknowledgement: { ...(known as Omit<Acknowledgement, "text">), hash, text: textOf.get(hash) ?? "" } }),
  };
}
