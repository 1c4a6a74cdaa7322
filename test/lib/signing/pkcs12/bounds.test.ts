import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDer } from '../../../../lib/eds/der.ts';
import { writePkcs12 } from '../../../../lib/local/authority/pkcs12.ts';
import { integer, nothing, octetString, oid, sequence, setOf, tagged } from '../../../../lib/signing/der-writer.ts';
import { Allowance, mostKeys, mostOctets, mostRounds } from '../../../../lib/signing/pkcs12/bounds.ts';
import { openKeyFile } from '../../../../lib/signing/pkcs12/open-key-file.ts';
import { KeyFileRefusal, type KeyFileReason } from '../../../../lib/signing/pkcs12/refusal.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import { password, selfSigned } from './file.ts';

const data = (content: Uint8Array) => sequence(oid('1.2.840.113549.1.7.1'), tagged(0, octetString(content)));

/** A file whose seal asks for this many rounds. */
const sealedBy = (rounds: number, digest = '1.3.14.3.2.26') =>
  sequence(
    integer(3),
    data(sequence()),
    sequence(
      sequence(sequence(oid(digest), nothing), octetString(new Uint8Array(20))),
      octetString(new Uint8Array(8)),
      integer(rounds),
    ),
  );

const reasonOf = async (file: Uint8Array, typed = password): Promise<KeyFileReason | 'opened'> => {
  try {
    await openKeyFile(file, typed);
    return 'opened';
  } catch (error) {
    if (error instanceof KeyFileRefusal) return error.reason;
    throw error;
  }
};

describe('what a key file may cost', () => {
  // If it were computed, the seal of the second would take an hour.
  it.each([mostRounds + 1, 2 ** 31 - 1])('%d rounds are refused before they are made', async (rounds) => {
    expect(await reasonOf(sealedBy(rounds))).toBe('too-costly');
  });

  it('is limited in total, whatever the parts', () => {
    const allowance = new Allowance();
    allowance.rounds(mostRounds - 1);
    allowance.rounds(0);
    expect(() => allowance.rounds(0)).toThrow('too-costly');
    for (let key = 0; key < mostKeys; key++) allowance.key();
    expect(() => allowance.key()).toThrow('too-costly');
  });

  it('has a limit on octets', async () => {
    expect(await reasonOf(new Uint8Array(mostOctets + 1))).toBe('too-costly');
    expect(await reasonOf(new Uint8Array(mostOctets))).toBe('not-key-file');
  });

  it('has a limit on keys, encrypted or not', async () => {
    const { privateKey, certificate } = await selfSigned('gost-2004');
    const bag = sequence(oid('1.2.840.113549.1.12.10.1.1'), tagged(0, privateKey.pkcs8));
    const bags = (count: number) => sequence(...Array.from({ length: count }, () => bag));
    const own = sequence(
      oid('1.2.840.113549.1.12.10.1.3'),
      tagged(0, sequence(oid('1.2.840.113549.1.9.22.1'), tagged(0, octetString(certificate)))),
      setOf(),
    );
    const file = async (count: number) => sealed(sequence(data(bags(count)), data(sequence(own))));
    expect(await reasonOf(await file(mostKeys))).toBe('opened');
    expect(await reasonOf(await file(mostKeys + 1))).toBe('too-costly');
  });
});

/** The contents with a valid seal. */
async function sealed(safe: Uint8Array): Promise<Uint8Array> {
  const { hmac } = await import('@noble/hashes/hmac.js');
  const { derivePkcs12 } = await import('../../../../lib/signing/pkcs12/derive.ts');
  const { keyFileDigests } = await import('../../../../lib/signing/pkcs12/digests.ts');
  const [{ hash, digest }] = keyFileDigests;
  const salt = new Uint8Array(8);
  const key = derivePkcs12('mac', hash.outputLen, { hash, password, salt, iterations: 1 });
  const seal = sequence(
    sequence(sequence(oid(digest), nothing), octetString(hmac(hash, key, safe))),
    octetString(salt),
  );
  return sequence(integer(3), data(safe), seal);
}

it("names the digest of a file's seal if it is not supported", async () => {
  await expect(openKeyFile(sealedBy(1, '1.2.840.113549.2.5'), password)).rejects.toMatchObject({
    reason: 'unsupported',
    detail: '1.2.840.113549.2.5',
  });
});

describe.each(['rsa', 'gost-2004', 'gost-2015'] as const)('a damaged key file of %s', (family) => {
  let good: Uint8Array;
  beforeAll(async () => {
    good = await writePkcs12(await selfSigned(family), password, systemRandom, 'national', 3);
  });

  it('is refused by name, whatever octets are changed, and opens only if no relevant one is', async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = good.slice();
        for (const [at, by] of changes) changed[at % good.length]! ^= by;
        expect(typeof (await reasonOf(changed))).toBe('string');
      }),
      { numRuns: 150 },
    );
  });

  it('is refused by name if it is cut short or has more octets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), async (length) => {
        expect(await reasonOf(good.slice(0, length))).toBe('not-key-file');
      }),
      { numRuns: 100 },
    );
    expect(await reasonOf(Uint8Array.of(...good, 0))).toBe('not-key-file');
  });

  it('with a valid seal is refused by name, too: the sender may know the password', async () => {
    const [, info] = readDer(good).children;
    const safe = info!.children[1]!.children[0]!.content;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: safe.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = safe.slice();
        changed[at]! ^= by;
        expect(typeof (await reasonOf(await sealed(changed)))).toBe('string');
      }),
      { numRuns: 200 },
    );
  });

  it('is never opened from random octets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (octets) => {
        expect(await reasonOf(octets)).toBe('not-key-file');
      }),
    );
  });
});
