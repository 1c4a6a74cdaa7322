import { beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { recogniseForeign } from '../../../lib/eds/foreign.ts';
import { describeReport } from '../../../lib/eds/report-text.ts';
import { languages, problemTexts } from '../../../lib/eds/texts.ts';
import { verifyEds, type EdsInput } from '../../../lib/eds/verify.ts';
import { element, integer, octetString, oid, sequence, tagged, bitString } from '../../../lib/signing/der-writer.ts';
import { answered } from '../../mint/additions.ts';
import { makeBlueprint } from '../../mint/blueprint.ts';
import { mint } from '../../mint/mint.ts';
import { makeWorld } from '../../mint/world.ts';

let input: EdsInput;
beforeAll(async () => {
  const blueprint = makeBlueprint(await makeWorld('ecdsa'));
  answered(blueprint);
  input = mint(blueprint);
});

const text = (value: string) => () => Buffer.from(value);
const key = (type: 'pkcs1' | 'pkcs8' | 'sec1', passphrase?: string) => (): Uint8Array => {
  const pair =
    type === 'pkcs1'
      ? generateKeyPairSync('rsa', { modulusLength: 1024 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cipher = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return pair.privateKey.export({ format: 'der', type, ...cipher } as { format: 'der'; type: 'pkcs8' });
};
const pkcs12 = sequence(integer(3), sequence(oid('1.2.840.113549.1.7.1'), tagged(0, octetString())), sequence());
const request = sequence(sequence(integer(0), sequence(), sequence(), tagged(0)), sequence(), bitString());

const kinds: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['XML', text('<?xml version="1.0"?><root/>'), 'is-xml'],
  [
    'XML after a byte order mark and blanks',
    text('\uFEFF\r\n <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'),
    'is-xml',
  ],
  ['XML in UTF-16', () => Buffer.from('\uFEFF<root/>', 'utf16le'), 'is-xml'],
  ['WSSE', text('<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'), 'is-xml'],
  ['PDF', text('%PDF-1.7\n%âãÏÓ'), 'is-pdf'],
  ['PDF behind rubbish', text(`${'\n'.repeat(3)}rubbish %PDF-1.4`), 'is-pdf'],
  [
    'ASiC',
    () =>
      Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0'), Buffer.from('mimetypeapplication/vnd.etsi.asic-e+zip')]),
    'is-zip',
  ],
  ['JSON', text(' {"signatures":[]}'), 'is-json'],
  ['JWS', text('eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UifQ.c2ln'), 'is-jws'],
  ['detached JWS', text('eyJhbGciOiJSUzI1NiJ9..c2ln'), 'is-jws'],
  ['OpenPGP', text('-----BEGIN PGP SIGNATURE-----\nVersion: 1\n\nabcd\n=abcd\n'), 'is-pgp'],
  ['a certificate', () => input.certificates[0]!, 'is-certificate'],
  ['a list', () => input.crls[0]!, 'is-revocation-list'],
  ['an OCSP answer', () => input.ocsps![0]!, 'is-ocsp-answer'],
  ['PKCS #12', () => pkcs12, 'is-pkcs12'],
  ['a request', () => request, 'is-certificate-request'],
  ['a key in PKCS #8', key('pkcs8'), 'is-private-key'],
  ['an encrypted key', key('pkcs8', 'secret'), 'is-private-key'],
  ['an RSA key', key('pkcs1'), 'is-private-key'],
  ['an EC key', key('sec1'), 'is-private-key'],
];

describe('what is not CMS', () => {
  it.each(kinds)('is named: %s', (_, octets, code) => {
    expect(recogniseForeign(octets())).toBe(code);
    const report = verifyEds({ ...input, cms: octets() });
    expect(report).toMatchObject({
      verdict: 'failed',
      signers: [],
      checks: [{ code: 'cms-form', detail: { problem: code } }],
    });
    for (const language of languages)
      expect(describeReport(report, language)).toContain(problemTexts[code as keyof typeof problemTexts][language]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a word', Buffer.from('signature')],
    ['another structure', sequence(integer(1), element(0x05))],
    ['enveloped data', sequence(oid('1.2.840.113549.1.7.3'), tagged(0, sequence()))],
  ])('is not guessed: %s', (_, octets) => {
    expect(recogniseForeign(octets)).toBeUndefined();
    expect(verifyEds({ ...input, cms: octets }).checks[0]?.detail?.['problem']).toMatch(/^(?:der|cms)-/u);
  });
});

it('a signature is never named as another kind', () => {
  expect(verifyEds(input).checks[0]).toMatchObject({ code: 'cms-form', status: 'passed' });
  expect(recogniseForeign(input.cms)).toBeUndefined();
});
