import { cmsOids } from '../cms/oids.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import type { Check } from '../report.ts';
import type { CheckCode } from '../report-codes.ts';
import { check } from './check.ts';

/**
 * What a signature may contain that is never checked here, by the attributes that hold it. It changes no verdict, but a
 * reader must not think that it was checked.
 */
const kinds: readonly (readonly [CheckCode, readonly string[]])[] = [
  ['counter-signature', [cmsOids.counterSignature]],
  ['validation-data-timestamp', [cmsOids.cadesCTimestamp, cmsOids.referencesTimestamp]],
  ['older-archive-timestamp', cmsOids.olderArchiveTimestamps],
  ['evidence-record', cmsOids.evidenceRecords],
];

const all = new Set(kinds.flatMap(([, oids]) => oids));

/** A line for each kind that is present, with its number. */
export function notChecked({ signedAttributes = [], unsignedAttributes }: SignerInfo): readonly Check[] {
  const attributes = [...signedAttributes, ...unsignedAttributes].filter(({ oid }) => all.has(oid));
  if (attributes.length === 0) return [];
  return kinds.flatMap(([code, oids]) => {
    const number = attributes.filter(({ oid }) => oids.includes(oid)).flatMap(({ values }) => values).length;
    return number === 0 ? [] : [check(code, 'not-checked', { detail: { number } })];
  });
}
