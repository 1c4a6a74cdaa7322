import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** The most colours of a picture. A page has few; the others are the soft edges of letters. */
const COLOURS = 48;

/**
 * The same picture with at most 48 colours, a third as large: the most frequent colours stay, and each other one
 * becomes the nearest of them. PNG with a palette (ISO/IEC 15948, colour type 3).
 */
export function squeeze(png: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(png);
  const pixels = Array.from({ length: width * height }, (_, at) => data.readUInt32BE(at * 4) >>> 8);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  for (const [at, pixel] of pixels.entries()) rows[at + Math.floor(at / width) + 1] = places.get(pixel)!;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (colour: number) => [colour >>> 16, (colour >>> 8) & 255, colour & 255];

function nearest(palette: readonly number[], colour: number): number {
  const wanted = channels(colour);
  const distance = (other: number) =>
    channels(other).reduce((sum, value, index) => sum + (value - wanted[index]!) ** 2, 0);
  return palette.reduce((best, other, index) => (distance(other) < distance(palette[best]!) ? index : best), 0);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([frame, named, sum]);
}
