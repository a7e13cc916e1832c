import { newId } from "../../browser/newId.ts";
import { isEmpty, texts, type Line } from "./lines.ts";

/** Names of columns, without spaces and signs. */
const columns: Record<(typeof texts)[number], readonly string[]> = {
  firstName: ["firstname", "first", "givenname"],
  lastName: ["lastname", "last", "surname", "familyname"],
  phone: ["phone", "phones", "phonenumber", "mobile", "cell", "tel"],
  email: ["email", "emails", "emailaddress", "mail"],
  agent: ["agent", "hasagent", "withbuyeragent", "workingwithanagent"],
  months: ["months", "buyingtimeframe", "buyingin", "buyingtimeline"],
  note: ["note", "notes", "comment", "comments", "content"],
};

/**
 * Returns the rows of a CSV file (RFC 4180). The separator is the first of comma, semicolon and tab in the heading.
 * Undefined if a quotation mark is not closed: all people after it would be in one cell.
 */
export function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const chars = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const separator = /[,;\t]/.exec(chars.split("\n", 1)[0] ?? "")?.[0] ?? ",";
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < chars.length; at++) {
    const char = chars.charAt(at);
    if (isQuoted && char === '"' && chars[at + 1] === '"') cell += chars.charAt(++at);
    else if (char === '"' && (isQuoted || cell === "")) isQuoted = !isQuoted;
    else if (isQuoted) cell += char;
    else if (char === separator) endCell();
    else if (char === "\n") {
      endCell();
      rows.push([]);
    } else cell += char;
  }
  if (isQuoted) return undefined;
  endCell();
  return rows.filter((row) => row.some((one) => one.trim() !== ""));
}

/** Reads a file as text. Excel writes windows-1252, or UTF-16 with a byte order mark. */
export function decoded(bytes: Uint8Array<ArrayBuffer>): string {
  const named = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The lines of a file, and the columns and answers that we cannot use. */
export interface Imported {
  readonly lines: readonly Line[];
  readonly leftOut: readonly string[];
}

/** Returns what a file has, or why it cannot be used. */
export function linesIn(text: string): Imported | "openQuote" | "noColumns" {
  const read = rowsOf(text);
  if (!read) return "openQuote";
  const [heading = [], ...rows] = read;
  const named = heading.map((name) => {
    const plain = name.toLowerCase().replaceAll(/[^a-z]/g, "");
    return texts.find((key) => columns[key].includes(plain));
  });
  if (!named.includes("firstName")) return "noColumns";
  /** The first column of this name that has an answer. */
  const columnOf = (row: readonly string[], key: (typeof texts)[number]) =>
    named.findIndex((name, at) => name === key && (row[at] ?? "").trim() !== "");
  /** Answers in another column of the same name, and cells after the last heading. */
  const unused = rows.flatMap((row) =>
    row.filter((cell, at) => {
      const key = named[at];
      return cell.trim() !== "" && (at >= heading.length || (key !== undefined && columnOf(row, key) !== at));
    }),
  );
  const lines = rows.map((row): Line => {
    const cells = Object.fromEntries(texts.map((key) => [key, (row[columnOf(row, key)] ?? "").trim()]));
    const line = { id: newId(), ...cells } as unknown as Line;
    return { ...line, agent: agentOf(line.agent) };
  });
  return {
    lines: lines.filter((line) => !isEmpty(line)).map((line, index) => ({ ...line, fileNumber: index + 1 })),
    leftOut: [...heading.filter((_, index) => named[index] === undefined), ...unused],
  };
}

const agentOf = (typed: string) =>
  /^(y|yes|true|1)$/i.test(typed) ? "Yes" : /^(n|no|false|0)$/i.test(typed) ? "No" : typed;
