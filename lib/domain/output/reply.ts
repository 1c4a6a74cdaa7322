import { procedure, type ComplaintGround } from '../complaint/procedure.ts';
import type { Applying } from '../identity/organisation.ts';
import type { Bilingual } from '../language/bilingual.ts';
import { dayOf } from '../language/dates.ts';
import type { ServiceCard } from '../regulation/card.ts';
import { nameOf } from '../regulation/regions.ts';
import { OutputDocument, type Signer } from './document.ts';
import { verificationUrl } from './number.ts';
import { printedOrganisation } from './organisation.ts';
import { complaintOutcomes } from './wording.ts';

export interface Replied {
  /** Absent for a request that was turned away before it got one. */
  readonly number?: string | undefined;
  readonly applicant: { readonly fullName: string; readonly iin: string };
  readonly organisation?: Applying['organisation'];
  readonly submission: { readonly at: string } & NonNullable<Applying['submission']>;
  readonly complaint: {
    readonly number: string;
    readonly ground: ComplaintGround;
    readonly signed: { readonly at: string };
  };
  readonly outcome: keyof typeof complaintOutcomes;
  readonly text: string;
}

export interface ReplyIssue {
  readonly number: string;
  readonly issuedAt: string;
  readonly office: string | Bilingual;
  readonly publicUrl: string;
  readonly signer: Signer;
  /** Where one complains next, if there is a way. */
  readonly appeal: readonly Bilingual[];
}

/** The answer to a complaint as a document. Throws a ZodError naming the field when a value cannot be printed. */
export const composeReply = (
  { zone, region, title, decree }: Pick<ServiceCard, 'zone' | 'region' | 'title' | 'decree'>,
  request: Replied,
  { number: document, issuedAt, office, publicUrl, signer, appeal }: ReplyIssue,
): OutputDocument => {
  const { number = '–', applicant, submission, complaint, outcome, text } = request;
  const organisation = printedOrganisation(request);
  return OutputDocument.parse({
    kind: 'reply',
    number: document,
    issuedOn: dayOf(issuedAt, zone),
    office,
    region: nameOf(region),
    service: title,
    decree: decree.named,
    request: { number, submittedOn: dayOf(submission.at, zone) },
    applicant: { name: applicant.fullName, iin: applicant.iin },
    ...(organisation && { organisation }),
    signer,
    verifyUrl: verificationUrl(publicUrl, document),
    complaint: {
      number: complaint.number,
      registeredOn: dayOf(complaint.signed.at, zone),
      ground: procedure.grounds[complaint.ground],
    },
    outcome: complaintOutcomes[outcome],
    text,
    appeal,
  });
};
