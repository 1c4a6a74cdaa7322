import { constants, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  findDigest,
  findSignatureAlgorithm,
  modulusBits,
  verifySignature as verifyPaid,
  type AlgorithmIdentifier,
} from '../../../lib/eds/algorithms.ts';
import { Budget } from '../../../lib/eds/budget.ts';
import { Message } from '../../../lib/eds/message.ts';
import { answerRawLine } from '../../../lib/eds/algorithms/answer-raw-line.ts';
import { combineAlgorithms } from '../../../lib/eds/cms/signer-algorithm.ts';

/** Without a budget. */
const verifySignature = (id: AlgorithmIdentifier, spki: Uint8Array, octets: Uint8Array, signature: Uint8Array) =>
  verifyPaid(id, spki, new Message(octets), signature, Budget.unlimited());

const message = Buffer.from('to be signed');
const spkiOf = (key: KeyObject): Uint8Array => key.export({ type: 'spki', format: 'der' });

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const dsa = generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 });
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const curves = { 'P-256': curve('P-256'), 'P-384': curve('P-384'), 'P-521': curve('P-521') };

describe('verifySignature', () => {
  it.each([
    ['RSASSA-PKCS1-v1_5-SHA-256', '1.2.840.113549.1.1.11', rsa, 'sha256'],
    ['RSASSA-PKCS1-v1_5-SHA-512/256', '1.2.840.113549.1.1.16', rsa, 'sha512-256'],
    ['RSASSA-PKCS1-v1_5-SHA-1', '1.2.840.113549.1.1.5', rsa, 'sha1'],
    ['DSA-SHA-256', '2.16.840.1.101.3.4.3.2', dsa, 'sha256'],
    ['ECDSA-SHA-256', '1.2.840.10045.4.3.2', curves['P-256'], 'sha256'],
    ['ECDSA-SHA-384', '1.2.840.10045.4.3.3', curves['P-384'], 'sha384'],
    ['ECDSA-SHA-512', '1.2.840.10045.4.3.4', curves['P-521'], 'sha512'],
  ] as const)('knows %s by name and OID', (name, oid, keys, digest) => {
    const signature = sign(digest, message, keys.privateKey);
    const spki = spkiOf(keys.publicKey);
    for (const id of [name, oid]) {
      expect(verifySignature({ oid: id }, spki, message, signature)).toBe('valid');
      expect(verifySignature({ oid: id }, spki, Buffer.from('else'), signature)).toBe('invalid');
      expect(verifySignature({ oid: id }, spki, message, signature.subarray(1))).toBe('invalid');
    }
  });

  const pssParameters = (digest: string, mask: string, salt: number): Uint8Array => {
    const oid = (last: string): string => `300d06096086480165030402${last}0500`;
    const hash = oid(digest);
    const generator = `301a06092a864886f70d010108${oid(mask)}`;
    const length = salt.toString(16).padStart(2, '0');
    return Buffer.from(`3034a00f${hash}a11c${generator}a2030201${length}`, 'hex');
  };

  it('holds PSS to its parameters: digest, mask and length of salt', () => {
    const spki = spkiOf(rsa.publicKey);
    const pss = { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
    const signature = sign('sha256', message, pss);
    const by = (parameters: Uint8Array) =>
      verifySignature({ oid: '1.2.840.113549.1.1.10', parameters }, spki, message, signature);
    expect(by(pssParameters('01', '01', 32))).toBe('valid');
    expect(by(pssParameters('01', '01', 20))).toBe('invalid');
    expect(by(pssParameters('01', '02', 32))).toBe('invalid');
    expect(by(pssParameters('02', '02', 32))).toBe('invalid');
    expect(by(Uint8Array.of(5, 0))).toBe('unsupported');
    expect(verifySignature({ oid: '1.2.840.113549.1.1.10' }, spki, message, signature)).toBe('unsupported');
    expect(verifySignature({ oid: 'RSASSA-PSS-SHA-256' }, spki, message, signature)).toBe('valid');
  });

  it('takes a mask of another digest from the parameters', () => {
    const keys = generateKeyPairSync('rsa-pss', {
      modulusLength: 2048,
      hashAlgorithm: 'sha256',
      mgf1HashAlgorithm: 'sha384',
    });
    const signature = sign('sha256', message, { key: keys.privateKey, saltLength: 32 });
    const plain = spkiOf(keys.publicKey);
    const by = (parameters: Uint8Array) =>
      verifySignature({ oid: '1.2.840.113549.1.1.10', parameters }, plain, message, signature);
    expect(by(pssParameters('01', '02', 32))).toBe('valid');
    expect(by(pssParameters('01', '01', 32))).toBe('invalid');
  });

  it.each([
    ['a key of another kind', 'ECDSA-SHA-256', spkiOf(rsa.publicKey)],
    ['a curve outside of the table', 'ECDSA-SHA-256', spkiOf(curve('secp256k1').publicKey)],
    ['no key at all', 'ECDSA-SHA-256', Uint8Array.of(0x30, 0)],
    ['the 256-bit national generation', 'GOST-34.10-2015-256', spkiOf(rsa.publicKey)],
    ['Gamma', '1.3.6.1.4.1.6801.1.5.8', spkiOf(rsa.publicKey)],
    ['a national name with an RSA key', 'GOST-34.10-2015-512', spkiOf(rsa.publicKey)],
    ['a key identifier alone', '1.2.840.113549.1.1.1', spkiOf(rsa.publicKey)],
  ])('answers unsupported for %s', (_, oid, spki) => {
    expect(verifySignature({ oid }, spki, message, new Uint8Array(256))).toBe('unsupported');
  });
});

describe('the table', () => {
  it('gives each name and OID one algorithm', () => {
    expect(findSignatureAlgorithm('1.2.840.113549.1.1.10')?.name).toBe('RSASSA-PSS');
    expect(findSignatureAlgorithm('toString')).toBeUndefined();
    expect(findDigest('1.2.398.3.10.1.3.3')?.name).toBe('GOST-34.11-2015-512');
    expect(findDigest('1.3.14.3.2.26')?.weak).toBe(true);
    expect(modulusBits(spkiOf(rsa.publicKey))).toBe(2048);
  });

  it('combines a bare key identifier with the digest, and refuses two digests in one signature', () => {
    const sha256 = { oid: '2.16.840.1.101.3.4.2.1' };
    expect(combineAlgorithms(sha256, { oid: '1.2.840.113549.1.1.1' })).toMatchObject({
      name: 'RSASSA-PKCS1-v1_5-SHA-256',
    });
    expect(combineAlgorithms(sha256, { oid: '1.2.840.113549.1.1.13' })).toEqual({ refused: 'algorithm-mismatch' });
    expect(combineAlgorithms(sha256, { oid: '1.2.398.3.10.1.1.2.3.2' })).toEqual({ refused: 'algorithm-mismatch' });
    expect(combineAlgorithms({ oid: '1.2.3' }, { oid: '1.2.840.113549.1.1.1' })).toEqual({ refused: 'digest-unknown' });
  });
});

describe('answerRawLine', () => {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const line = {
    algorithm: 'ECDSA-SHA-256',
    spki: base64(spkiOf(curves['P-256'].publicKey)),
    message: base64(message),
    signature: base64(sign('sha256', message, curves['P-256'].privateKey)),
  };

  it('answers a good signature and names what is wrong with others', () => {
    expect(answerRawLine(line)).toEqual({ valid: true });
    expect(answerRawLine({ ...line, message: '' })).toEqual({ valid: false, code: 'signature-invalid' });
    expect(answerRawLine({ ...line, algorithm: 'nothing' })).toEqual({ valid: false, code: 'algorithm-unknown' });
    expect(answerRawLine({ ...line, spki: '' })).toEqual({ valid: false, code: 'algorithm-unsupported' });
  });

  it.each([null, 1, 'x', [], {}, { ...line, spki: '*' }, { ...line, message: 7 }, { ...line, parameters: false }])(
    'refuses %j as malformed',
    (given) => {
      expect(answerRawLine(given)).toEqual({ valid: false, code: 'input-malformed' });
    },
  );
});
