import { expect, it } from '@jest/globals';
import { readBer, readDer, writeSetOf } from '../../../../lib/eds/der.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

it.each([
  ['what is DER already', '31 06 02 01 01 02 01 02', '31 06 02 01 01 02 01 02'],
  ['elements in another order', '31 06 02 01 02 02 01 01', '31 06 02 01 01 02 01 02'],
  ['a set within a sequence', '31 08 30 06 31 04 05 00 04 00', '31 08 30 06 31 04 04 00 05 00'],
  ['a shorter element behind a longer one', '31 07 04 02 00 00 04 01 ff', '31 07 04 01 ff 04 02 00 00'],
  ['lengths of other forms', '31 80 30 81 03 02 01 05 00 00', '31 05 30 03 02 01 05'],
  ['a string in pieces', '31 0a 24 80 04 01 01 04 01 02 00 00', '31 04 04 02 01 02'],
  ['a text in pieces', '31 05 2c 03 0c 01 61', '31 03 0c 01 61'],
  ['another truth', '31 03 01 01 01', '31 03 01 01 ff'],
  ['a set under another tag', 'a0 06 02 01 02 02 01 01', '31 06 02 01 01 02 01 02'],
])('writes in DER %s', (_, arrived, written) => {
  expect(Buffer.from(writeSetOf(readBer(hex(arrived)))).toString('hex')).toBe(written.replaceAll(' ', ''));
  expect(Buffer.from(writeSetOf(readDer(hex(written)))).toString('hex')).toBe(written.replaceAll(' ', ''));
});

it('leaves deeper levels than requested as they arrived', () => {
  const set = readBer(hex('31 0a 30 08 31 06 02 01 02 02 01 01'));
  expect(Buffer.from(writeSetOf(set, 2)).toString('hex')).toBe('310a30083106020102020101');
  expect(Buffer.from(writeSetOf(set, 3)).toString('hex')).toBe('310a30083106020101020102');
});
