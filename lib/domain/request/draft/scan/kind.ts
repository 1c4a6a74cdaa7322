const starts = (head: Buffer, ...bytes: readonly number[]) => head.subarray(0, bytes.length).equals(Buffer.from(bytes));

/**
 * In this order, because a picture may contain the letters of another kind, and a PDF may begin with what its scanner
 * wrote (ISO 32000-1, H.3).
 */
const kinds: readonly (readonly [type: string, is: (head: Buffer) => boolean])[] = [
  ['image/apng', (head) => isPng(head) && head.includes('acTL')],
  ['image/png', isPng],
  ['image/jpeg', (head) => starts(head, 0xff, 0xd8, 0xff)],
  ['image/tiff', (head) => starts(head, 0x49, 0x49, 0x2a, 0) || starts(head, 0x4d, 0x4d, 0, 0x2a)],
  ['application/pdf', (head) => head.includes('%PDF-')],
];

function isPng(head: Buffer): boolean {
  return starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && head.includes('IHDR');
}

/** The end of an archive (ZIP, 4.3.16): readers of archives look there first, whatever the beginning says. */
const archiveEnd = Buffer.from('PK\u0005\u0006', 'latin1');

/** The media type by content, from the first and last kilobyte; undefined if it is no known kind. */
export function kindOfScan(head: Uint8Array, tail: Uint8Array): string | undefined {
  if (Buffer.from(tail).includes(archiveEnd)) return 'application/zip';
  const bytes = Buffer.from(head);
  return kinds.find(([, is]) => is(bytes))?.[0];
}
