/** A table as a spreadsheet reads it: UTF-8 with its mark, every cell quoted (RFC 4180). */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join()).join("\r\n")}\r\n`;

/** A cell that a spreadsheet would run as a formula starts with an apostrophe (OWASP: CSV injection). */
const cell = (text: string) =>
  `"${(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
