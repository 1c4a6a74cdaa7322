import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isTimeContent,
  readBer,
  readBitString,
  readBoolean,
  readDer,
  readInteger,
  readNamedBits,
  readOctetString,
  readOid,
  readSmallInteger,
  readString,
  readTime,
  tags,
  writeDer,
} from '../../../../lib/eds/der.ts';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** The code of the refusal, or undefined if it is accepted. */
const refusal = (read: () => unknown): string | undefined => {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof EdsRefusal) return error.code;
    throw error;
  }
};

const der = (text: string) => readDer(hex(text));
const ber = (text: string) => readBer(hex(text));

describe('readDer', () => {
  it('gives the octets as they arrived, without copying', () => {
    const bytes = hex('30 06 02 01 05 04 01 aa');
    const [integer, octets] = readDer(bytes).children;
    expect(integer?.raw).toEqual(hex('02 01 05'));
    expect(octets?.content).toEqual(hex('aa'));
    expect(octets?.raw.buffer).toBe(bytes.buffer);
  });

  it.each([
    ['nothing at all', '', 'der-truncated'],
    ['content that is cut off', '04 02 00', 'der-truncated'],
    ['a length that is cut off', '04 82 01', 'der-truncated'],
    ['octets after the end', '05 00 00', 'der-trailing-bytes'],
    ['a length in more octets than needed', '04 81 01 00', 'der-length-form'],
    ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`, 'der-length-form'],
    ['a length of five octets', '04 85 01 00 00 00 00', 'der-length-form'],
    ['an indefinite length', '30 80 00 00', 'der-length-indefinite'],
    ['a tag number in more octets', '1f 22 00', 'der-tag-form'],
    ['a primitive SEQUENCE', '10 00', 'der-tag-form'],
    ['a constructed OCTET STRING', '24 03 04 01 00', 'der-tag-form'],
    ['the end-of-contents as an element', '00 00', 'der-tag-form'],
  ])('refuses %s', (_, bytes, code) => {
    expect(refusal(() => der(bytes))).toBe(code);
  });

  it('refuses inner elements that reach beyond the outer one', () => {
    expect(refusal(() => der('30 03 04 05 00').children)).toBe('der-truncated');
  });

  it('limits octets, depth and elements', () => {
    expect(refusal(() => readDer(new Uint8Array(10), { bytes: 9 }))).toBe('der-too-large');
    const nested = Array.from({ length: 60 }).reduce<Uint8Array>((inner) => writeDer(0x30, inner), hex('05 00'));
    expect(refusal(() => walk(readDer(nested)))).toBe('der-too-deep');
    const wide = writeDer(
      0x30,
      new Uint8Array(200).map((_, index) => (index % 2 === 0 ? 5 : 0)),
    );
    expect(refusal(() => readDer(wide, { elements: 50 }).children)).toBe('der-too-many-elements');
  });
});

const walk = (node: ReturnType<typeof readDer>): void => {
  if (node.constructed) node.children.forEach(walk);
};

describe('readBer', () => {
  it('reads indefinite lengths and strings in pieces as NCALayer writes them', () => {
    const node = ber('24 80 04 02 01 02 24 80 04 01 03 00 00 00 00');
    expect([...readOctetString(node)]).toEqual([1, 2, 3]);
    expect(node.raw).toEqual(hex('24 80 04 02 01 02 24 80 04 01 03 00 00 00 00'));
  });

  it('reads lengths in more octets than needed', () => {
    expect(readSmallInteger(ber('02 82 00 01 07'))).toBe(7);
  });

  it('refuses an indefinite length that does not end, or of a primitive element', () => {
    expect(refusal(() => ber('30 80 05 00'))).toBe('der-truncated');
    expect(refusal(() => ber('04 80 00 00'))).toBe('der-length-form');
  });

  it('refuses pieces that are not octet strings', () => {
    expect(refusal(() => readOctetString(ber('24 02 05 00')))).toBe('der-tag-unexpected');
    expect(refusal(() => readOctetString(ber('24 03 02 01 00')))).toBe('der-tag-unexpected');
  });
});

describe('1 MB of hostile octets', () => {
  const size = 1024 * 1024;
  const repeat = (text: string): Uint8Array => {
    const unit = hex(text);
    return new Uint8Array(size).map((_, index) => unit[index % unit.length] ?? 0);
  };
  /** Inside a SEQUENCE of exactly the right length, so that the reader has to read through it. */
  const within = (content: Uint8Array) => (): Uint8Array => writeDer(0x30, content);

  it.each([
    ['indefinite sequences without an end', () => repeat('30 80')],
    ['indefinite strings without an end', () => repeat('24 80')],
    ['a million NULLs', within(repeat('05 00'))],
    ['empty sequences', within(repeat('30 00'))],
    ['one long OID', () => writeDer(0x06, repeat('ff'))],
    ['one long INTEGER', () => writeDer(0x02, repeat('7f'))],
    ['zeros', () => new Uint8Array(size)],
    ['indefinite sequences that end at once', within(repeat('30 80 00 00'))],
    // Quadratic work on a megabyte would take longer than the test; `npm run bench:eds -- --hostile` measures it.
  ])('are refused: %s', (_, make) => {
    const bytes = make();
    for (const read of [readDer, readBer]) {
      const code = refusal(() => {
        const node = read(bytes);
        walk(node);
        readOid(node);
      });
      expect(code).toBeDefined();
      expect(refusal(() => readInteger(read(bytes)))).toBeDefined();
    }
  });
});

describe('values', () => {
  it.each([
    ['06 03 55 1d 0f', '2.5.29.15'],
    ['06 08 2a 83 0e 03 0a 01 03 03', '1.2.398.3.10.1.3.3'],
    ['06 01 27', '0.39'],
    ['06 02 88 37', '2.999'],
    [
      '06 14 69 83 ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff ff 7f',
      '2.25.340282366920938463463374607431768211455',
    ],
  ])('read the OID %s', (bytes, dotted) => {
    expect(readOid(der(bytes))).toBe(dotted);
  });

  it.each(['06 00', '06 02 80 01', '06 01 81'])('refuse the OID %s', (bytes) => {
    expect(refusal(() => readOid(der(bytes)))).toBe('der-oid');
  });

  it('read integers of either sign, and refuse padded ones', () => {
    expect(readInteger(der('02 01 ff'))).toBe(-1n);
    expect(readInteger(der('02 02 00 ff'))).toBe(255n);
    for (const bytes of ['02 00', '02 02 00 7f', '02 02 ff 80']) {
      expect(refusal(() => readInteger(der(bytes)))).toBe('der-integer');
    }
    expect(refusal(() => readSmallInteger(der('02 01 ff')))).toBe('der-integer');
  });

  it('read every integer that is written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 300n), max: 2n ** 300n }), (value) => {
        const digits = (value < 0n ? (-value - 1n).toString(16) : value.toString(16)).length;
        const octets = Math.ceil((digits * 4 + 1) / 8);
        const text = BigInt.asUintN(octets * 8, value)
          .toString(16)
          .padStart(octets * 2, '0');
        const content = hex(text);
        const minimal = readable(content);
        return readInteger(readDer(writeDer(tags.integer, minimal))) === value;
      }),
      { numRuns: 300 },
    );
  });

  it('refuse set bits where none may be', () => {
    expect(readBitString(der('03 02 04 f0'))).toEqual({ unusedBits: 4, bytes: hex('f0') });
    for (const bytes of ['03 00', '03 02 08 00', '03 01 01', '03 02 04 f8']) {
      expect(refusal(() => readBitString(der(bytes)))).toBe('der-bit-string');
    }
    expect([...readNamedBits(der('03 03 07 06 80'))]).toEqual([5, 6, 8]);
  });

  it('read only FF for true and 00 for false', () => {
    expect(readBoolean(der('01 01 ff'))).toBe(true);
    expect(refusal(() => readBoolean(der('01 01 01')))).toBe('der-boolean');
  });

  it('read text by its type', () => {
    expect(readString(der('0c 04 d2 9a d2 b0'))).toBe('ҚҰ');
    expect(readString(der('1e 04 04 9a 04 b0'))).toBe('ҚҰ');
    expect(readString(der('14 01 e9'))).toBe('é');
    expect(refusal(() => readString(der('0c 01 ff')))).toBe('der-string');
    expect(refusal(() => readString(der('1e 01 04')))).toBe('der-string');
  });
});

/** Without the first octet if it only repeats the sign. */
const readable = (content: Uint8Array): Uint8Array => {
  const [first = 0, second = 0] = content;
  const padded = content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  return padded ? readable(content.subarray(1)) : content;
};

describe('times', () => {
  const time = (tag: number, text: string) => readDer(writeDer(tag, Buffer.from(text, 'latin1')));
  it.each([
    [tags.utcTime, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [tags.utcTime, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [tags.generalizedTime, '20240229000000Z', '2024-02-29T00:00:00.000Z'],
    [tags.generalizedTime, '00500101000000Z', '0050-01-01T00:00:00.000Z'],
  ])('read %i %s', (tag, text, iso) => {
    expect(readTime(time(tag, text)).toISOString()).toBe(iso);
  });

  it.each([
    [tags.utcTime, '4912312359Z'],
    [tags.utcTime, '491231235959+0600'],
    [tags.utcTime, '491231235960Z'],
    [tags.utcTime, '491231240000Z'],
    [tags.generalizedTime, '20230229000000Z'],
    [tags.generalizedTime, '20230001000000Z'],
    [tags.generalizedTime, '2023010100000xZ'],
    [tags.generalizedTime, '20230101000000.5Z'],
    [tags.octetString, '20230101000000Z'],
  ])('refuse %i %s', (tag, text) => {
    expect(refusal(() => readTime(time(tag, text)))).toBe('der-time');
  });

  it('read parts of a second only where they are allowed, without trailing zeros', () => {
    const read = (text: string) => readTime(time(tags.generalizedTime, text), { fraction: true }).toISOString();
    expect(read('20230101000000.25Z')).toBe('2023-01-01T00:00:00.250Z');
    expect(read('20230101000000.1234567Z')).toBe('2023-01-01T00:00:00.123Z');
    expect(refusal(() => read('20230101000000.250Z'))).toBe('der-time');
    expect(refusal(() => read('20230101000000.Z'))).toBe('der-time');
  });

  it('exist only for existing days', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const text = `${date.toISOString().slice(2, 19).replaceAll(/[-T:]/gu, '')}Z`;
        const bytes = Buffer.from(text, 'latin1');
        const read = readTime(time(tags.utcTime, text));
        return isTimeContent(tags.utcTime, bytes, 0, bytes.length) && read.getTime() === date.setUTCMilliseconds(0);
      }),
    );
  });
});
