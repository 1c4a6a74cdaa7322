import { create } from 'qrcode/lib/core/qrcode.js';
import { ink, type Kit, type Section, type Tag } from './sheet.ts';

/**
 * Draws the address as a QR code of `side` points: vector squares on white, level M (ISO/IEC 18004: 15 % may be damaged).
 * `side` includes the quiet zone of four modules.
 */
export function drawQr(
  kit: Kit,
  into: Section,
  address: string,
  alt: string,
  place: { x: number; y: number; side: number },
) {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const module = place.side / (modules.size + 8);
  const origin = { x: place.x + 4 * module, y: place.y + 4 * module };
  const bbox = [place.x, place.y, place.x + place.side, place.y + place.side] as const;
  const tag: Tag = { alt, bbox };
  into.add(
    kit.struct('Figure', tag, () => {
      for (let row = 0; row < modules.size; row += 1)
        for (const [from, length] of runs(modules.size, (column) => modules.get(row, column) !== 0))
          kit.rect(origin.x + from * module, origin.y + row * module, length * module, module);
      kit.fillColor(ink.text).fill();
    }),
  );
}

/** Draws neighbouring dark modules as one rectangle: no hairlines between them, and a smaller file. */
function runs(size: number, isDark: (column: number) => boolean): [from: number, length: number][] {
  const found: [number, number][] = [];
  for (let column = 0; column < size; column += 1) {
    if (!isDark(column)) continue;
    const last = found.at(-1);
    if (last && last[0] + last[1] === column) last[1] += 1;
    else found.push([column, 1]);
  }
  return found;
}
