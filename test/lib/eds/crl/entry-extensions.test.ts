import { describe, expect, it } from '@jest/globals';
import { Budget } from '../../../../lib/eds/budget.ts';
import { EntryExtensions } from '../../../../lib/eds/crl/entry-extensions.ts';
import { readDer } from '../../../../lib/eds/der.ts';
import { readName } from '../../../../lib/eds/name.ts';
import { distinguishedName } from '../../../../lib/local/authority/name.ts';
import {
  boolean,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  tagged,
} from '../../../../lib/signing/der-writer.ts';

const extension = (dotted: string, value: Uint8Array, critical?: boolean) =>
  sequence(oid(dotted), ...(critical === undefined ? [] : [boolean(critical)]), octetString(value));
const nameOf = (text: string) => new Uint8Array(distinguishedName(['commonName', text]));
const issuerIs = (text: string) => extension('2.5.29.29', sequence(tagged(4, nameOf(text))), true);
const own = readName(readDer(nameOf('Own'))).canonical;

/** What is read of lines with these extensions, one after another. */
function scan(lines: readonly (readonly Uint8Array[])[], budget = Budget.unlimited()) {
  const parts = lines.map((extensions) => sequence(...extensions));
  const bytes = new Uint8Array(Buffer.concat(parts));
  const extensions = new EntryExtensions(bytes, own, budget);
  let [at, owner] = [0, 0];
  const owners = parts.map(({ length }) => {
    owner = extensions.scan(at, at + length, owner);
    at += length;
    return owner;
  });
  return { owners, unknown: [...extensions.unknownCritical], issuers: extensions.issuers };
}

describe('extensions of the lines of a list', () => {
  it('name an issuer, to whom the lines after it belong, too; the list’s own is the first', () => {
    const { owners, issuers } = scan([
      [extension('2.5.29.21', integer(1))],
      [issuerIs('Other')],
      [extension('2.5.29.21', integer(1))],
      [issuerIs('Own')],
      [issuerIs('Other')],
    ]);
    expect(owners).toEqual([0, 1, 1, 0, 1]);
    expect(issuers).toHaveLength(2);
  });

  it('pay for the name of an issuer once', () => {
    const once = new Budget(1_000_000);
    scan([[issuerIs('Other')]], once);
    const often = new Budget(1_000_000);
    scan([[issuerIs('Other')], [issuerIs('Other')], [issuerIs('Other')]], often);
    expect(often.spent).toEqual(once.spent);
  });

  it('are unknown only when they are critical, neither reason nor date, and sixteen at most are told', () => {
    const unknown = (last: number, critical?: boolean) => extension(`1.2.3.${last}`, nothing, critical);
    expect(scan([[unknown(1), unknown(2, false), unknown(3, true)]]).unknown).toEqual(['1.2.3.3']);
    expect(scan([[extension('2.5.29.21', nothing, true), extension('2.5.29.24', nothing, true)]]).unknown).toEqual([]);
    expect(scan([Array.from({ length: 20 }, (_, n) => unknown(n, true))]).unknown).toHaveLength(16);
  });

  it.each([
    ['whose value is no OCTET STRING', [sequence(oid('1.2.3'), integer(5))]],
    ['with something after their value', [sequence(oid('1.2.3'), octetString(nothing), integer(5))]],
    [
      'that name an issuer without a directory name',
      [extension('2.5.29.29', sequence(implicit(2, Buffer.from('a.kz'))), true)],
    ],
  ])('%s are refused', (_, extensions) => {
    expect(() => scan([extensions])).toThrow('extension-malformed');
  });

  it('name a thousand issuers at most', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, n) => [issuerIs(`Issuer ${n}`)]);
    expect(scan(lines(1000)).issuers).toHaveLength(1001);
    expect(() => scan(lines(1001))).toThrow('crl-too-many-entries');
  });
});
