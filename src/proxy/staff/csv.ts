/** Returns a table for spreadsheets: UTF-8 with BOM, every cell quoted (RFC 4180). */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join()).join("\r\n")}\r\n`;

/** A cell that a spreadsheet could run as a formula starts with an apostrophe (OWASP: CSV injection). */
const cell = (text: string) =>
  `"${(/^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
