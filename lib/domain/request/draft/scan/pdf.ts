import type { ScanFault } from './faults.ts';
import type { Looked } from './read.ts';

/** How much of a cross-reference section is read to find its trailer: a table of some three thousand objects. */
const SECTION_BYTES = 64 * 1024;

/**
 * A PDF that is complete and opens without a password. Encryption is named in the trailer (ISO 32000-1, 7.6.1): the
 * dictionary after the last cross-reference table, or that of the last cross-reference stream (7.5.8). The first is
 * before the file's end, the second at the place that `startxref` names. Both are read, and no other part of the file:
 * an update repeats the content of the former trailer (7.5.6).
 */
export async function findPdfFault({ head, tail, size, read }: Looked): Promise<ScanFault | undefined> {
  const ending = tail.toString('latin1');
  if (!ending.includes('%%EOF')) return 'cut';
  if (namesEncrypt(ending.slice(Math.max(0, ending.lastIndexOf('trailer'))))) return 'encrypted';
  const named = [...ending.matchAll(/startxref\s+(\d{1,10})/g)].at(-1)?.[1];
  if (named === undefined) return undefined;
  // Offsets count from "%PDF-", or from what the scanner wrote before it, depending on the program.
  const before = head.indexOf('%PDF-');
  const first = Number(named);
  if (first >= size) return 'broken';
  const section = Buffer.from(await read(first, Math.min(size, first + before + SECTION_BYTES) - 1)).toString('latin1');
  return namesEncrypt(section.split(/\bstream\b|\bstartxref\b/, 1)[0]!) ? 'encrypted' : undefined;
}

/** Letters of a name may be written as `#45` (7.3.5). `/EncryptMetadata` is another name. */
const namesEncrypt = (text: string) =>
  /\/Encrypt(?![\w#.+-])/.test(
    text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
