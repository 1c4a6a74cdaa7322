import { crc32, deflateSync } from 'node:zlib';

/**
 * A PNG of one bit a pixel (ISO/IEC 15948): pdfkit takes its octets as they are, and a code of 117 × 117 cells has 2 kB instead of the 35 kB
 * that a rectangle for each run of cells takes.
 *
 * @param cells row after row; 0 is white
 */
export function drawBits(size: number, cells: ArrayLike<number>): Buffer {
  const stride = 1 + Math.ceil(size / 8);
  // A row begins with its filter, none; 1 is white.
  const pixels = Buffer.alloc(stride * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      if (cells[row * size + column] === 0) pixels[row * stride + 1 + (column >> 3)]! |= 0x80 >> (column & 7);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // One bit, grey.
  header[8] = 1;
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND')]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array = new Uint8Array()): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(data.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(crc32(typed), typed.length + 4);
  return whole;
}
