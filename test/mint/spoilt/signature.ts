import { readDer, type DerNode } from '../../../lib/eds/der.ts';
import { integer, joined, nothing, octetString, oid, sequence, tagged } from '../../../lib/signing/der-writer.ts';
import { retagged } from '../../../lib/signing/signer-info.ts';
import { stamped } from '../additions.ts';
import { failing, flipLast, harmless, signingWrongly, type Spoil } from '../spoil.ts';
import { signingBySha1, signingBySha512 } from '../../../bin/fuzz/evidence/signing-by.ts';
import { shortRsaKey } from '../weak-keys.ts';

const invalid = 'signature/signature-invalid';
const gost = { families: ['gost-2015', 'gost-2004'] } as const;
const openssl = { families: ['rsa', 'ecdsa'] } as const;

const value = (name: string, change: (signature: Uint8Array) => Uint8Array, options = {}): Spoil =>
  failing(
    name,
    invalid,
    (b) => {
      b.cms.key = signingWrongly(b.cms.key, change);
    },
    options,
  );

const halves = (bytes: Uint8Array): [Uint8Array, Uint8Array] => [
  bytes.subarray(0, bytes.length / 2),
  bytes.subarray(bytes.length / 2),
];

const values: readonly Spoil[] = [
  value('a bit of the signature turned', flipLast),
  value('a signature cut short', (signature) => signature.subarray(1)),
  value('an octet behind the signature', (signature) => Uint8Array.from([...signature, 0])),
  value('a signature of zeros', (signature) => new Uint8Array(signature.length)),
  value('an empty signature', () => new Uint8Array()),
  value(
    'r and s changed about',
    (signature) =>
      Uint8Array.from(
        halves(signature)
          .reverse()
          .flatMap((half) => [...half]),
      ),
    gost,
  ),
  value('octets in the order of RFC 9215', (signature) => signature.toReversed(), gost),
  value(
    'r = 0',
    (signature) => Uint8Array.from([...new Uint8Array(signature.length / 2), ...halves(signature)[1]]),
    gost,
  ),
  value(
    's = 0',
    (signature) => Uint8Array.from([...halves(signature)[0], ...new Uint8Array(signature.length / 2)]),
    gost,
  ),
  value(
    'r beyond the order',
    (signature) => Uint8Array.from([...new Uint8Array(signature.length / 2).fill(255), ...halves(signature)[1]]),
    gost,
  ),
  value('r = s = 1 in DER', () => sequence(integer(1), integer(1)), { families: ['ecdsa'] }),
  value('r = s = 0 in DER', () => sequence(integer(0), integer(0)), { families: ['ecdsa'] }),
  value('a signature longer than the modulus', (signature) => Uint8Array.from([0, ...signature]), {
    families: ['rsa'],
  }),
  failing("another's signature", invalid, (b) => {
    b.cms.key = b.world.keys.stranger;
  }),
  failing('attributes signed under their tag in the message', invalid, (b) => {
    const { key } = b.cms;
    b.cms.key = { ...key, sign: (message) => key.sign(retagged(0xa0, message)) };
  }),
  failing('the content signed in place of the attributes', invalid, (b) => {
    const { key } = b.cms;
    b.cms.key = { ...key, sign: () => key.sign(b.content) };
  }),
  failing('the digest signed twice over', invalid, (b) => {
    const { key } = b.cms;
    b.cms.key = { ...key, sign: (message) => key.sign(key.digest(message)) };
  }),
];

/** The SignerInfo with its signed attributes written by `write`. */
const rewritten =
  (write: (attributes: readonly DerNode[]) => Uint8Array) =>
  (info: Uint8Array): Uint8Array =>
    sequence(...readDer(info).children.map((field) => (field.tag === 0xa0 ? write(field.children) : field.raw)));

const reversed = (attributes: readonly DerNode[]): Uint8Array =>
  tagged(0, ...attributes.map(({ raw }) => raw).reverse());
/** Lengths with one octet more than needed, and the last string of each in two pieces: BER. */
const inBer = (attributes: readonly DerNode[]): Uint8Array =>
  joined([Uint8Array.of(0xa0, 0x80), ...attributes.map(loose), Uint8Array.of(0, 0)]);
const loose = (node: DerNode): Uint8Array => {
  if (node.tag === 0x04)
    return joined([
      Uint8Array.of(0x24, 0x80),
      octetString(node.content.subarray(0, 3)),
      octetString(node.content.subarray(3)),
      Uint8Array.of(0, 0),
    ]);
  if (!node.constructed) return joined([Uint8Array.of(node.tag, 0x81, node.content.length), node.content]);
  return joined([Uint8Array.of(node.tag, 0x80), ...node.children.map(loose), Uint8Array.of(0, 0)]);
};

const orders: readonly Spoil[] = [
  harmless('attributes sent in another order than the one they were signed in', (b) => {
    b.cms.edit = rewritten(reversed);
  }),
  harmless('attributes signed in the order they are sent in, which is not that of DER', (b) => {
    const { key } = b.cms;
    b.cms.key = { ...key, sign: (message) => key.sign(retagged(0x31, reversed(readDer(message).children))) };
    b.cms.edit = rewritten(reversed);
  }),
  harmless('attributes sent in BER and signed in DER', (b) => {
    b.cms.edit = rewritten(inBer);
  }),
  harmless('a timestamp whose attributes are sent in another order', (b) => {
    stamped(b).edit = rewritten(reversed);
  }),
  failing('attributes sent in another order, and one left out', invalid, (b) => {
    b.cms.edit = rewritten((attributes) =>
      reversed(attributes.filter(({ raw }) => !Buffer.from(raw).includes(Buffer.from(oid('1.2.840.113549.1.9.5'))))),
    );
  }),
  failing('attributes signed in an order that is neither that of DER nor theirs', invalid, (b) => {
    const { key } = b.cms;
    b.cms.key = { ...key, sign: (message) => key.sign(retagged(0x31, reversed(readDer(message).children))) };
  }),
];

const algorithms: readonly Spoil[] = [
  failing('a digest other than the signature names', 'algorithms-agree/algorithm-mismatch', (b) => {
    b.cms.key = { ...b.cms.key, digestAlgorithm: sequence(oid('2.16.840.1.101.3.4.2.3'), nothing) };
  }),
  failing('an unknown digest', 'algorithms-agree/digest-unknown', (b) => {
    b.cms.key = { ...b.cms.key, digestAlgorithm: sequence(oid('1.2.3.4'), nothing) };
  }),
  failing('an unknown signature algorithm', 'algorithms-agree/algorithm-unsupported', (b) => {
    b.cms.key = { ...b.cms.key, signatureAlgorithm: sequence(oid('1.3.6.1.4.1.6801.1.2.2'), nothing) };
  }),
  failing('the 256-bit GOST of 2015, which is not verified', 'algorithms-agree/algorithm-unsupported', (b) => {
    b.cms.key = { ...b.cms.key, signatureAlgorithm: sequence(oid('1.2.398.3.10.1.1.2.3.1'), nothing) };
  }),
  failing(
    'the algorithm of another kind of key',
    'signature/algorithm-unsupported',
    (b) => {
      const { key } = b.cms;
      const other = key.family === 'rsa' ? '1.2.840.10045.4.3.2' : '1.2.840.113549.1.1.11';
      b.cms.key = { ...key, signatureAlgorithm: sequence(oid(other), nothing) };
    },
    openssl,
  ),
  failing('a digest that the profile does not allow', 'algorithm-allowed/algorithm-not-allowed', (b) => {
    b.profile = { ...b.profile, digests: [] };
  }),
  failing(
    'signed by SHA-1',
    'algorithm-allowed/algorithm-weak',
    (b) => {
      b.cms.key = signingBySha1(b.cms.key);
    },
    openssl,
  ),
  harmless(
    'signed by SHA-512',
    (b) => {
      b.cms.key = signingBySha512(b.cms.key);
    },
    openssl,
  ),
  failing(
    'an RSA key of 1024 bits',
    'key-strength/key-too-short',
    (b) => {
      b.person.key = shortRsaKey;
      b.cms.key = shortRsaKey;
    },
    { families: ['rsa'] },
  ),
];

export const signatureSpoils: readonly Spoil[] = [...values, ...orders, ...algorithms];
