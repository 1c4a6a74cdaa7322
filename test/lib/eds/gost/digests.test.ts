import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { opensslDigests } from '../../../../lib/eds/algorithms/digests.ts';
import { gost34311Digest, nationalDigests, streebogDigest } from '../../../../lib/eds/algorithms/national-digests.ts';

const { compute: gost34311 } = gost34311Digest;
const { compute: streebog512 } = streebogDigest;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('Streebog-512 (RFC 6986)', () => {
  it.each([
    [
      'the message M1 of section 10.1',
      '012345678901234567890123456789012345678901234567890123456789012',
      '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
    ],
    [
      'nothing',
      '',
      '8e945da209aa869f0455928529bcae4679e9873ab707b55315f56ceb98bef0a7362f715528356ee83cda5f2aac4c6ad2ba3a715c1bcd81cb8e9f90bf4c1c1a8a',
    ],
  ])('digests %s', (_, message, digest) => {
    expect(hex(streebog512(Buffer.from(message)))).toBe(digest);
  });

  it('digests the message M2 of section 10.2', () => {
    const m2 = Buffer.from(
      'd1e520e2e5f2f0e82c20d1f2f0e8e1eee6e820e2edf3f6e82c20e2e5fef2fa20f120eceef0ff20f1f2f0e5ebe0ece820ede020f5f0e0e1f0fbff20efebfaeafb20c8e3eef0e5e2fb',
      'hex',
    );
    expect(hex(streebog512(m2))).toBe(
      '1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28',
    );
  });
});

describe('GOST 34.311-95 with the test substitution', () => {
  it.each([
    ['', 'ce85b99cc46752fffee35cab9a7b0278abb4c2d2055cff685af4912c49490f8d'],
    ['This is message, length=32 bytes', 'b1c466d37519b82e8319819ff32595e047a28cb6f83eff1c6916a815a637fffa'],
    [
      'Suppose the original message has length = 50 bytes',
      '471aba57a60a770d3a76130635c1fbea4ef14de51f78b4ae57dd893b62f55208',
    ],
    ['a', 'd42c539e367c66e9c88a801f6649349c21871b4344c6a573f849fdce62f314dd'],
    ['abc', 'f3134348c44fb1b2a277729e2285ebb5cb5e0f29c975bc753b70497c06a4d51d'],
    ['message digest', 'ad4434ecb18f2c99b60cbe59ec3d2469582b65273f48de72db2fde16a4889a4d'],
    ['The quick brown fox jumps over the lazy dog', '77b7fa410c9ac58a25f49bca7d0468c9296529315eaca76bd1a10f376d1f4294'],
  ])('digests %j', (message, digest) => {
    expect(hex(gost34311(Buffer.from(message)))).toBe(digest);
  });
});

it.each([...nationalDigests, ...opensslDigests].map((digest) => [digest.name, digest] as const))(
  '%s is the same in pieces of any lengths',
  (_, { compute, start }) => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 5 }), (pieces) => {
        const running = start();
        for (const piece of pieces) running.update(piece);
        expect(hex(running.finish())).toBe(hex(compute(Buffer.concat(pieces))));
      }),
    );
  },
);
