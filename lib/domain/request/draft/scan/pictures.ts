import type { ScanFault } from './faults.ts';
import type { Looked } from './read.ts';

/** The last chunk of a PNG, with its checksum (RFC 2083, 4.1.4). */
const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');

/** Depths of a sample for each kind of colour (RFC 2083, 4.1.1). */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** A PNG begins with its header, with a valid size and depth, and ends with its last chunk. */
export function findPngFault({ head, tail }: Looked): ScanFault | undefined {
  const isHeader = head.length >= 33 && head.readUInt32BE(8) === 13 && head.toString('latin1', 12, 16) === 'IHDR';
  if (!isHeader || head.readUInt32BE(16) === 0 || head.readUInt32BE(20) === 0) return 'broken';
  if (!depths[head[25]!]?.includes(head[24]!)) return 'broken';
  return tail.includes(pngEnd) ? undefined : 'cut';
}

/** The marker that ends a JPEG (ISO 10918-1, B.1.1.3). */
const jpegEnd = Buffer.from([0xff, 0xd9]);

/** A JPEG is a chain of segments, each with its length (ISO 10918-1, B.1.1.4), and ends with its end marker. */
export function findJpegFault({ head, tail, size }: Looked): ScanFault | undefined {
  for (let at = 2; at + 4 <= head.length;) {
    if (head[at] !== 0xff) return 'broken';
    const marker = head[at + 1]!;
    const length = head.readUInt16BE(at + 2);
    // The picture data follow: from here on there is no chain of segments.
    if (marker === 0xda) break;
    const isSegment = marker >= 0xc0 && marker !== 0xd8 && marker !== 0xd9 && !(marker >= 0xd0 && marker <= 0xd7);
    if (!isSegment || length < 2 || at + 2 + length > size) return 'broken';
    at += 2 + length;
  }
  return tail.includes(jpegEnd) ? undefined : 'cut';
}

/** A TIFF names the place of its first directory, which is inside the file and describes the picture (TIFF 6.0, 2). */
export async function findTiffFault({ head, size, read }: Looked): Promise<ScanFault | undefined> {
  if (head.length < 8) return 'broken';
  const isLittle = head[0] === 0x49;
  const at = isLittle ? head.readUInt32LE(4) : head.readUInt32BE(4);
  if (at < 8) return 'broken';
  if (at + 2 > size) return 'cut';
  const counted = Buffer.from(await read(at, at + 1));
  const entries = isLittle ? counted.readUInt16LE(0) : counted.readUInt16BE(0);
  if (entries === 0) return 'broken';
  return at + 2 + entries * 12 + 4 > size ? 'cut' : undefined;
}
