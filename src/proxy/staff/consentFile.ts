import { isObject, textsIn, type JsonObject } from "#lead/json.ts";
import { parseExact } from "#lead/wire.ts";
import { contactFlags, ways } from "#lead/submission/ways.ts";
import type { ConsentRecord } from "../store/consentRecords.ts";
import { nameIn } from "../store/nameIn.ts";
import { isReadable } from "../store/driver/unreadable.ts";
import { csv } from "./csv.ts";

/**
 * Returns the proof of all consents as a file: who saw which text, what was ticked, what Lofty was told, and when it was
 * withdrawn (`withdrawals`: ms by submission). A forgotten lead's row names nobody; Lofty's number of the lead is in it.
 */
export function consentFile(
  pages: AsyncIterable<readonly ConsentRecord[]>,
  withdrawals: ReadonlyMap<string, number>,
  format: "csv" | "json",
  now: Date,
): Response {
  async function* parts() {
    let count = 0;
    if (format === "csv") yield csv([columns]);
    for await (const page of pages) {
      const rows = page.map((record) => rowOf(record, withdrawals.get(record.id)));
      if (format === "csv")
        yield csv(rows.map((row) => columns.map((column) => row[column] ?? ""))).replace("\uFEFF", "");
      else for (const row of rows) yield `${count++ === 0 ? "[" : ","}${JSON.stringify(row)}`;
    }
    if (format === "json") yield count === 0 ? "[]" : "]";
  }
  const name = `foyer-consents-${now.toISOString().slice(0, 10)}.${format}`;
  return new Response(streamOf(parts()), {
    headers: {
      "content-type": format === "csv" ? "text/csv; charset=utf-8" : "application/json",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

/** A stream reads the next part only when it is asked for. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

const columns = [
  ...["id", "station", "leadId", "acceptedAt", "name", "emails", "phones", "withdrawnAt", ...contactFlags],
  ...["consent.by", "consent.at", "consent.deviceAt", ...ways.map((way) => `may.${way}`)],
  ...["consent.version", "consent.language", "consent.sha256", "consent.text"],
  ...["agency.at", "agency.deviceAt", "agency.name", "agency.agent"],
  ...["agency.version", "agency.language", "agency.sha256", "agency.text"],
];

type Cells = { readonly [column: string]: string };

function rowOf(record: ConsentRecord, withdrawnAt: number | undefined): Cells {
  const { id, station, leadId, acceptedAt, consent, acknowledgement } = record;
  return {
    ...{ id, station, leadId: leadId ?? "", acceptedAt: utc(acceptedAt) },
    ...(withdrawnAt === undefined ? {} : { withdrawnAt: utc(withdrawnAt) }),
    ...personIn(record),
    ...(consent && { "consent.by": consent.by, ...shown("consent", consent) }),
    ...Object.fromEntries(ways.map((way) => [`may.${way}`, consent ? answer(consent.channels[way]) : ""])),
    ...(acknowledgement && {
      ...shown("agency", acknowledgement),
      "agency.name": acknowledgement.name ?? "",
      "agency.agent": acknowledgement.agent ?? "",
    }),
  };
}

const utc = (at: number) => new Date(at).toISOString();
const answer = (ticked: boolean | undefined) => (ticked === undefined ? "not ticked" : ticked ? "yes" : "no");

const shown = (
  part: string,
  said: NonNullable<ConsentRecord["consent"] | ConsentRecord["acknowledgement"]>,
): Cells => ({
  [`${part}.at`]: said.at,
  [`${part}.deviceAt`]: said.deviceAt ?? "",
  [`${part}.version`]: said.version,
  [`${part}.language`]: said.language,
  [`${part}.sha256`]: said.hash,
  [`${part}.text`]: said.text,
});

function personIn({ lead: json }: ConsentRecord): Cells {
  const lead = json !== null && json !== "" && isReadable({ lead: json }) ? parseExact(json) : undefined;
  if (!isObject(lead)) return {};
  const { emails, phones } = lead as JsonObject;
  const told = contactFlags.flatMap((flag) =>
    typeof lead[flag] === "boolean" ? [[flag, String(lead[flag])] as const] : [],
  );
  return {
    ...{ name: nameIn(json), emails: textsIn(emails).join("; "), phones: textsIn(phones).join("; ") },
    ...Object.fromEntries(told),
  };
}
