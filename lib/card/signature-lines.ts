import type { SignatureFacts, Voucher } from './facts.ts';
import { pageWords, writeMoment, type CardLanguage, type PageWords } from './page-words.ts';
import { sayPolicy, sayPurpose, sayUsage } from './words.ts';

export interface Part {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}

/** The page of a signature: every field of the specification, in its order. */
export function signatureParts(facts: SignatureFacts, language: CardLanguage): readonly Part[] {
  const words = pageWords[language];
  const { identity, timestamp, ocsp, lists } = facts;
  const or = (value: string | undefined) => value || words.absent;
  return [
    {
      title: words.certificatePart,
      lines: [
        [words.name, or([identity.commonName, identity.givenName].filter(Boolean).join(' '))],
        [words.iin, or(identity.iin)],
        ...(identity.kind === 'organisation'
          ? ([
              [words.organisation, or(identity.organisation)],
              [words.bin, or(identity.bin)],
            ] as const)
          : []),
        [words.serial, facts.serial],
        [words.valid, `${writeMoment(facts.notBefore)} – ${writeMoment(facts.notAfter)}`],
        [words.policy, or(facts.policies.map((oid) => sayPolicy(oid, language)).join('; '))],
        [words.keyUsage, or(facts.keyUsage.map((usage) => sayUsage(usage, language)).join('; '))],
        [words.extendedKeyUsage, or(facts.extendedKeyUsage.map((oid) => sayPurpose(oid, language)).join('; '))],
        [words.issuer, facts.issuer],
        [words.moment, writeMoment(facts.moment)],
      ],
    },
    {
      title: words.timestampPart,
      lines: [
        [words.genTime, writeMoment(facts.moment)],
        ...vouched(timestamp, [words.authoritySerial, words.authority, words.authorityIssuer], words),
      ],
    },
    ...(ocsp
      ? [
          {
            title: words.ocspPart,
            lines: [
              [words.thisUpdate, writeMoment(ocsp.thisUpdate)],
              [words.status, words[ocsp.status]],
              ...vouched(ocsp, [words.responderSerial, words.responder, words.responderIssuer], words),
            ] as const,
          },
        ]
      : lists.map(({ issuer, thisUpdate, nextUpdate, isDelta }) => ({
          title: isDelta ? words.deltaPart : words.listPart,
          lines: [
            [words.listIssuer, issuer],
            [words.listFrom, writeMoment(thisUpdate)],
            [words.listUntil, nextUpdate ? writeMoment(nextUpdate) : words.absent],
          ] as const,
        }))),
  ];
}

const vouched = (
  { serial, subject, issuer }: Partial<Voucher>,
  [ofSerial, ofSubject, ofIssuer]: readonly [string, string, string],
  { absent }: PageWords,
): Part['lines'] => [
  [ofSerial, serial ?? absent],
  [ofSubject, subject ?? absent],
  [ofIssuer, issuer ?? absent],
];
