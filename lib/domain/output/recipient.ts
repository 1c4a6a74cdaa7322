import * as z from 'zod';
import { FullName } from '../identity/full-name.ts';
import { Iin } from '../identity/iin-schema.ts';
import { refuse, type FieldError, type Refusal } from '../problem/problem.ts';
import { Printable } from './printable.ts';
import { identityDocuments, type IdentityDocument } from './recipient-words.ts';

/** What the employee looked at before they handed the document over. */
const Shown = z.strictObject({
  kind: z.enum(Object.keys(identityDocuments) as [IdentityDocument, ...IdentityDocument[]]),
  number: Printable.min(3).max(40),
});

/** Who got the document at a counter: the applicant, or somebody who acts for them. */
export const Recipient = z
  .discriminatedUnion('who', [
    z.strictObject({ who: z.literal('applicant'), document: Shown }).meta({ id: 'ApplicantCame' }),
    z
      .strictObject({
        who: z.literal('representative'),
        document: Shown,
        iin: Iin,
        fullName: FullName,
        /** The power of attorney by which they get it, called as in the forms (`representativeFields`). Days are ISO days. */
        powerNumber: Printable.max(60),
        powerIssuedOn: z.iso.date(),
        powerUntil: z.iso.date(),
      })
      .meta({ id: 'RepresentativeCame' }),
  ])
  .meta({ id: 'Recipient' });
export type Recipient = z.output<typeof Recipient>;

interface Handing {
  readonly applicantIin: string;
  readonly officerIin: string;
  /** The office's. */
  readonly today: string;
}

/** Why a document is not handed to this person: nobody hands one to themselves, and a power must work today. */
export function refuseRecipient(
  recipient: Recipient,
  { applicantIin, officerIin, today }: Handing,
): Refusal | undefined {
  if (recipient.who === 'applicant') return undefined;
  if (recipient.iin === officerIin) return refuse('work/own-request');
  const { powerIssuedOn: issuedOn, powerUntil: until } = recipient;
  const errors: FieldError[] = [
    ...(recipient.iin === applicantIin ? [error('iin', 'of-another', "another person's IIN")] : []),
    ...(issuedOn > today ? [error('powerIssuedOn', 'not-future', 'today or earlier')] : []),
    ...(until < today ? [error('powerUntil', 'not-past', 'today or later')] : []),
    ...(until < issuedOn ? [error('powerUntil', 'not-before', 'not before its first day')] : []),
  ];
  return errors.length > 0 ? refuse('form/invalid', { errors }) : undefined;
}

const error = (field: string, rule: string, expected: string): FieldError => ({
  ...{ field: `/recipient/${field}`, rule, expected },
});
