import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  boolean,
  element,
  octetString,
  oid,
  sequence,
  tagged,
  utf8String,
} from '../../../../lib/signing/der-writer.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { parseCrl } from '../../../../lib/eds/crl/crl.ts';
import { readDer } from '../../../../lib/eds/der.ts';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { parseCertificate } from '../../../../lib/eds/x509/certificate.ts';
import { generalName, issueCrl, issueRoot, march, nameOf, type Issued } from '../path/issue.ts';

const megabyte = 1024 * 1024;
let root: Issued;
beforeAll(async () => {
  root = await issueRoot();
});

/** A megabyte of such pieces. */
const fill = (piece: (index: number) => Uint8Array): Uint8Array => {
  const pieces: Uint8Array[] = [];
  for (let total = 0, index = 0; total < megabyte; index++) {
    const next = piece(index);
    pieces.push(next);
    total += next.length;
  }
  return Buffer.concat(pieces);
};

/** The signed structure with one field replaced; its signature is wrong, which readers do not check. */
const withField = (der: Uint8Array, place: number, field: Uint8Array): Uint8Array => {
  const [tbs, ...rest] = readDer(der).children;
  const fields = tbs?.children.map(({ raw }) => raw) ?? [];
  return sequence(sequence(...fields.with(place, field)), ...rest.map(({ raw }) => raw));
};

const listWith = (lines: Uint8Array): Uint8Array =>
  withField(issueCrl(root, { revoked: [[root, march(9)]] }).der, 5, sequence(lines));
const certificateWith = (extensions: Uint8Array): Uint8Array =>
  withField(root.certificate.der, 7, tagged(3, sequence(extensions)));

const number = (index: number): Uint8Array =>
  Uint8Array.of(0x40, (index >> 14) & 0x7f, (index >> 7) & 0x7f, index & 0x7f);
const when = element(0x17, Buffer.from('260309120000Z'));
const line = (serial: number, ...extensions: readonly Uint8Array[]): Uint8Array =>
  sequence(element(0x02, number(serial)), when, ...(extensions.length > 0 ? [sequence(...extensions)] : []));

const find = (bytes: Uint8Array): unknown =>
  parseCrl(bytes).entries.find('40000000', root.certificate.subject.canonical);

const cases: Record<string, () => readonly [(bytes: Uint8Array) => unknown, Uint8Array]> = {
  'one serial number over and over': () => [find, listWith(fill(() => line(0)))],
  'an issuer of its own in each line': () => [
    find,
    listWith(
      fill((index) => line(index, extension('2.5.29.29', sequence(generalName.directory(nameOf(`n${index}`))), true))),
    ),
  ],
  'an unknown critical extension in each line': () => [
    find,
    listWith(fill((index) => line(index, sequence(element(0x06, number(index)), boolean(true), octetString())))),
  ],
  'extensions without end': () => [
    parseCertificate,
    certificateWith(fill((index) => sequence(element(0x06, number(index)), octetString()))),
  ],
  'names without end': () => [
    parseCertificate,
    certificateWith(extension('2.5.29.17', sequence(fill(() => generalName.dns('a'))))),
  ],
  'a name that folding makes longer': () => [
    parseCertificate,
    withField(
      root.certificate.der,
      5,
      sequence(element(0x31, sequence(oid('2.5.4.3'), utf8String('\uFDFA'.repeat(megabyte / 3))))),
    ),
  ],
};

describe('a megabyte of hostile octets in a valid structure', () => {
  // Quadratic work on a megabyte would take longer than the test; `npm run bench:eds -- --hostile` measures it.
  it.each(Object.keys(cases))('is read or refused by name: %s', (name) => {
    const [read, bytes] = cases[name]?.() ?? [];
    expect(bytes?.length).toBeGreaterThan(megabyte / 4);
    const outcome = () => {
      try {
        read?.(bytes ?? new Uint8Array());
        return 'read';
      } catch (error) {
        return error instanceof EdsRefusal ? 'refused' : error;
      }
    };
    expect(['read', 'refused']).toContain(outcome());
  });
});
