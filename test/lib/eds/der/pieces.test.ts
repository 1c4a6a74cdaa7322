import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSignedData } from '../../../../lib/eds/cms/signed-data.ts';
import { readBer, readOctetString, writeDer } from '../../../../lib/eds/der.ts';
import { element, integer, oid } from '../../../../lib/signing/der-writer.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const end = hex('00 00');

const open = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, end]);

/** `octets`, cut after every `length` octets. */
const cut = (octets: Uint8Array, length: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(octets.length / length) }, (_, piece) =>
    writeDer(0x04, octets.subarray(piece * length, (piece + 1) * length)),
  );

const signedDataOver = (content: Uint8Array): Uint8Array =>
  open(
    0x30,
    oid('1.2.840.113549.1.7.2'),
    open(
      0xa0,
      open(
        0x30,
        integer(1),
        element(0x31),
        open(0x30, oid('1.2.840.113549.1.7.1'), open(0xa0, content)),
        element(0x31),
      ),
    ),
  );

describe('a string in pieces', () => {
  const pieces = fc.letrec<{ string: Uint8Array; whole: Uint8Array }>((tie) => ({
    whole: fc.uint8Array({ maxLength: 20 }).map((octets) => writeDer(0x04, octets)),
    string: fc.oneof(
      { maxDepth: 4 },
      tie('whole'),
      fc.array(tie('string'), { maxLength: 4 }).map((parts) => open(0x24, ...parts)),
      fc.array(tie('string'), { maxLength: 4 }).map((parts) => writeDer(0x24, ...parts)),
    ),
  }));

  const octetsOf = (node: ReturnType<typeof readBer>): Uint8Array[] =>
    node.tag === 0x04 ? [node.content] : node.children.flatMap(octetsOf);

  it('is its pieces joined, however they are nested', () => {
    fc.assert(
      fc.property(pieces.string, (ber) => {
        const whole = Buffer.concat(octetsOf(readBer(ber)));
        expect(Buffer.from(readOctetString(readBer(ber)))).toEqual(whole);
      }),
    );
  });

  it.each([
    ['a piece of another type', '24 80 02 01 05 00 00', 'der-tag-unexpected'],
    ['a piece of another type, of definite length', '24 03 02 01 05', 'der-tag-unexpected'],
    ['a piece that goes beyond the end', '24 80 04 09 01 00 00', 'der-truncated'],
    ['no end', '24 80 04 01 01', 'der-truncated'],
    ['pieces within pieces without measure', `${'24 80'.repeat(12)} 04 01 01 ${'00 00'.repeat(12)}`, 'der-too-deep'],
  ])('is refused with %s', (_, bytes, code) => {
    expect(() => readOctetString(readBer(hex(bytes)))).toThrow(code);
  });

  it('of many more pieces than a document may have elements is read as the content of a signature', () => {
    const content = Buffer.alloc(200_000, 'octets');
    const pieces = Buffer.concat(cut(content, 1));
    for (const string of [open(0x24, pieces), writeDer(0x24, pieces)]) {
      expect(Buffer.from(parseSignedData(signedDataOver(string)).content ?? []).equals(content)).toBe(true);
    }
  });

  it('of a thousand octets each may reach the largest size of a document', () => {
    const count = 66_000;
    const piece = Buffer.concat([hex('04 82 03 e8'), Buffer.alloc(1000, 7)]);
    const string = Buffer.concat([hex('24 80'), Buffer.alloc(count * piece.length, piece), end]);
    expect(parseSignedData(signedDataOver(string)).content).toHaveLength(count * 1000);
    const beyond = Buffer.concat([hex('24 80'), Buffer.alloc(67_000 * piece.length, piece), end]);
    expect(() => parseSignedData(signedDataOver(beyond))).toThrow('der-too-large');
  });
});
