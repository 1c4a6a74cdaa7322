import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { create } from 'qrcode/lib/core/qrcode.js';
import { qrParts, qrSets } from '../../../../../lib/adapters/pdf/card/qr-parts.ts';

interface Part {
  readonly signId: string;
  readonly total: number;
  readonly index: number;
  readonly data: string;
}

it.each([1, 900, 7_000, 100_000])(
  'the parts of a signature of %i octets give it again, and each fits version 25-M',
  (size) => {
    const cms = new Uint8Array(randomBytes(size));
    const texts = qrParts(cms);
    const parts = texts.map((text) => JSON.parse(text) as Part);
    expect(parts.map(({ index }) => index)).toEqual(parts.map((_, place) => place + 1));
    expect(new Set(parts.map(({ signId, total }) => `${signId} ${total}`))).toEqual(
      new Set([`${parts[0]!.signId} ${parts.length}`]),
    );
    const files = unzipSync(Buffer.from(parts.map(({ data }) => data).join(''), 'base64'));
    expect(Object.keys(files)).toEqual([`${parts[0]!.signId}.cms`]);
    expect(Buffer.compare(Object.values(files)[0]!, cms)).toBe(0);
    for (const text of texts.slice(0, 2))
      expect(() =>
        create([{ data: Buffer.from(text), mode: 'byte' }], { version: 25, errorCorrectionLevel: 'M', maskPattern: 0 }),
      ).not.toThrow();
  },
);

it('a card has the codes of all its signatures, or of none', () => {
  const small = new Uint8Array(randomBytes(20_000));
  expect(qrSets([small, small])).toEqual([qrParts(small), qrParts(small)]);
  expect(qrParts(small).length * 2).toBeLessThanOrEqual(60);
  expect(qrSets([small, small, small])).toEqual([]);
});
