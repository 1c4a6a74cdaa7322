import { toLatin1 } from './bytes.ts';
import { attempt } from './attempt.ts';
import { parseCrl } from './crl/crl.ts';
import { readBer, readOid, readSmallInteger, tags, type DerNode } from './der.ts';
import { parseOcspResponse } from './ocsp/response.ts';
import type { RefusalCode } from './refusal.ts';
import { parseTimestampResponse } from './tsp/timestamp-token.ts';
import { parseCertificate } from './x509/certificate.ts';

type Foreign = Extract<RefusalCode, `is-${string}`>;

/** Octets in which a beginning is searched for: PDF allows other bytes in front of it. */
const beginning = 1024;

/** How other kinds of document begin, after a byte order mark and blanks, as Latin-1. */
const texts: readonly (readonly [RegExp, Foreign])[] = [
  [/^%PDF-|^[^]{1,1000}%PDF-\d/u, 'is-pdf'],
  // The header of a local file, the end of an empty archive, the mark of a spanned one: two octets that count up
  // together.
  [/^PK[^\s\w]{2}/u, 'is-zip'],
  [/^</u, 'is-xml'],
  [/^[{[]/u, 'is-json'],
  // The base64url of `{"`, and a dot after the header (RFC 7515 3.1, 7516 3.1).
  [/^eyJ[\w-]*\./u, 'is-jws'],
  [/^-----BEGIN PGP /u, 'is-pgp'],
];

const utf16 = new TextDecoder('utf-16le');

const decode = (octets: Uint8Array): string => {
  const head = octets.subarray(0, beginning);
  const text = head[0] === 0xff && head[1] === 0xfe ? utf16.decode(head.subarray(2)) : toLatin1(head);
  return text.replace(/^\u00EF\u00BB\u00BF/u, '').trimStart();
};

const isPair = (node: DerNode | undefined, arc: string): boolean =>
  node?.tag === tags.sequence && readOid(node.children[0] ?? node).startsWith(arc);

const shape = (node: DerNode): string => node.children.map(({ tag }) => tag.toString(16).padStart(2, '0')).join(' ');

/** `PFX ::= SEQUENCE { version INTEGER {v3(3)}, authSafe ContentInfo, macData OPTIONAL }` (RFC 7292 4). */
const isPkcs12 = ({ children: [version, safe] }: DerNode): boolean =>
  version !== undefined && readSmallInteger(version) === 3 && isPair(safe, '1.2.840.113549.1.7.');

/** PKCS #8, plain and encrypted (RFC 5958), PKCS #1 (RFC 8017), SEC 1 (RFC 5915). */
const isPrivateKey = (node: DerNode): boolean => {
  const form = shape(node);
  const [first, second] = node.children;
  if (form === '30 04') return isPair(first, '1.2.840.113549.1.');
  return /^02 30 04(?: |$)/u.test(form) ? isPair(second, '') : /^02(?: 02){8}$|^02 04 a0/u.test(form);
};

/** `CertificationRequestInfo ::= SEQUENCE { version INTEGER, subject Name, subjectPKInfo, attributes [0] }` (RFC 2986 4). */
const isRequest = ({ children: [info] }: DerNode): boolean =>
  info?.tag === tags.sequence && shape(info) === '02 30 30 a0';

/** Kinds of DER that are not CMS. */
const structures: readonly (readonly [(der: Uint8Array) => unknown, Foreign])[] = [
  [parseCertificate, 'is-certificate'],
  [parseTimestampResponse, 'is-timestamp-response'],
  [parseOcspResponse, 'is-ocsp-answer'],
  [(der) => isPkcs12(readBer(der)) || undefined, 'is-pkcs12'],
  [(der) => isPrivateKey(readBer(der)) || undefined, 'is-private-key'],
  [(der) => isRequest(readBer(der)) || undefined, 'is-certificate-request'],
  [parseCrl, 'is-revocation-list'],
];

/** What octets are if they are not CMS, by their beginning or their structure; undefined if unknown. */
export function recogniseForeign(octets: Uint8Array): Foreign | undefined {
  const head = decode(octets);
  const text = texts.find(([begins]) => begins.test(head));
  if (text !== undefined) return text[1];
  return structures.find(([read]) => attempt(() => read(octets)) !== undefined)?.[1];
}
