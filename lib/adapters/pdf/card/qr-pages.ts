import { create } from 'qrcode/lib/core/qrcode.js';
import { pageWords } from '../../../card/page-words.ts';
import { ink, write, type Tag } from '../sheet.ts';
import { area, room, say, type Place } from './area.ts';
import { drawBits } from './one-bit-png.ts';

/** Points; with the quiet zone of four cells on each side. Six codes fit on a page. */
const SIDE = 208;
const CAPTION = 16;
const COLUMNS = 2;

/** The codes of a signature: version 25, level M. Each says of which signature it is, because pages are parted. */
export function writeQrPages(place: Place, signature: number, parts: readonly string[]) {
  const { kit, into, language } = place;
  const words = pageWords[language];
  say(place, 'H2', words.qrOf(signature));
  say(place, 'P', words.qr, { size: 8.5, colour: ink.label });
  for (let first = 0; first < parts.length; first += COLUMNS) {
    room(kit, SIDE + CAPTION);
    const y = kit.y;
    for (const [column, text] of parts.slice(first, first + COLUMNS).entries()) {
      const x = area.x + column * (area.width / COLUMNS);
      const number = first + column + 1;
      const caption = words.part(signature, number, parts.length);
      drawCode(place, { text, isFull: number < parts.length, alt: `QR ${caption}`, x, y });
      kit.y = y + SIDE;
      write(kit, into, 'P', caption, language, { x, width: SIDE, size: 8.5, align: 'center' });
    }
    kit.y = y + SIDE + CAPTION;
  }
}

interface Code {
  readonly text: string;
  readonly isFull: boolean;
  readonly alt: string;
  readonly x: number;
  readonly y: number;
}

function drawCode({ kit, into }: Place, { text, isFull, alt, x, y }: Code) {
  // One segment and, where the code is full, one mask: Base64 of what was compressed looks like noise under any of them, and to try all
  // takes longer than the rest of the card. The filling of the last code does not look like noise.
  const { modules } = create([{ data: Buffer.from(text), mode: 'byte' }], {
    ...{ version: 25, errorCorrectionLevel: 'M' },
    ...(isFull && { maskPattern: 0 }),
  });
  const quiet = (SIDE / (modules.size + 8)) * 4;
  const tag: Tag = { alt, bbox: [x, y, x + SIDE, y + SIDE] };
  const image = drawBits(modules.size, modules.data);
  into.add(
    kit.struct('Figure', tag, () => {
      kit.image(image, x + quiet, y + quiet, { width: SIDE - 2 * quiet });
    }),
  );
}
