/** What a spreadsheet would read as the beginning of a formula, also after blanks (OWASP, CSV Injection). */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r]/u;

const BOM = '\uFEFF';

/**
 * Rows as CSV (RFC 4180): CRLF, and quotes where a value has a comma, a quote or a line break. A text that a spreadsheet would
 * compute gets an apostrophe before it; numbers stay as they are. It begins with a mark of UTF-8: without it Excel shows no Cyrillic.
 */
export const writeCsv = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  BOM + rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('');

function writeField(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
