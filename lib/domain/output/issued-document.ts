import * as z from 'zod';
import type { Applying } from '../identity/organisation.ts';
import type { Bilingual } from '../language/bilingual.ts';
import { officeNamed, type ServiceCard } from '../regulation/card.ts';
import { OutputKind, signedOf, type Output } from './output.ts';
import { SignerRole } from './document.ts';
import { signedPost } from './signed-post.ts';
import { withdrawalWords, type WithdrawalGround } from '../correction/rules.ts';
import { initialsOf } from './initials.ts';
import { printedOrganisation } from './organisation.ts';
import { refusalTitle } from './wording.ts';
import { ProofLife } from '../signature/proof-life.ts';
import { proofOf } from '../signature/stamp.ts';

const Words = z.object({ kk: z.string(), ru: z.string() });

/** What an output answers, or the answer to a complaint. */
export const IssuedKind = z.enum([...OutputKind.options, 'reply']);
export type IssuedKind = z.infer<typeof IssuedKind>;

/** What anyone may know about an issued document: no personal data but initials. An organisation is named. */
export const IssuedDocument = z.object({
  number: z.string(),
  status: z.enum(['genuine', 'withdrawn']),
  kind: IssuedKind,
  /** As it is printed; absent in what was issued before it was kept. */
  title: Words.optional(),
  service: Words,
  office: Words,
  issuedAt: z.iso.datetime(),
  initials: z.string(),
  /** The legal person that it is for; then the initials are those of whoever applied in its name. */
  organisation: z.object({ name: z.string(), bin: z.string() }).optional(),
  signerRole: SignerRole,
  /** Their post in words; absent in what was issued before it was kept. */
  signerPosition: Words.optional(),
  signature: z.enum(['eds', 'hand']).default('eds'),
  sha256: z.string(),
  /** Until when its signature can be proved; absent while it has no timestamp, and by hand. */
  proof: ProofLife.optional(),
  /** Since when it is valid no more, and why. */
  withdrawn: z.object({ at: z.iso.datetime(), ground: Words, office: Words.optional() }).optional(),
  /** Numbers of the document that took its place, and of that whose place it took. */
  replacedBy: z.string().optional(),
  replaces: z.string().optional(),
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

/** The part of a request that the register needs. `office` is its code. */
export interface Issuing {
  readonly id: string;
  readonly office: string;
  readonly applicant: { readonly fullName: string };
  readonly organisation?: Applying['organisation'];
  readonly submission?: Applying['submission'];
  readonly output?: Output | undefined;
  /** Of the present document. */
  readonly withdrawn?: Withdrawn | undefined;
  /** Documents of former runs, the oldest first. */
  readonly earlier?: readonly { readonly output: Output; readonly withdrawn?: Withdrawn | undefined }[] | undefined;
}

interface Withdrawn {
  readonly at: string;
  readonly ground: WithdrawalGround;
}

/** The signed output of a request (by EDS or by hand) as the public register shows it. Throws if it is not signed. */
export function issuedDocument(request: Issuing, service: ServiceCard): IssuedDocument {
  const { id, output, office, applicant, earlier, withdrawn } = request;
  const signed = signedOf(output);
  if (!output?.file || !signed) throw new Error(`request ${id} has no signed output`);
  const named = officeNamed(service, office);
  const issuer = typeof named === 'string' ? { kk: named, ru: named } : named;
  const organisation = printedOrganisation(request);
  const proof = proofOf(output.signature);
  return {
    number: output.number,
    status: withdrawn ? 'withdrawn' : 'genuine',
    kind: output.kind,
    title: titleOfOutput(output.kind, service),
    service: service.title,
    office: issuer,
    issuedAt: signed.at,
    initials: initialsOf(applicant.fullName),
    ...(organisation && { organisation }),
    signerRole: signed.by.position,
    signerPosition: signedPost(output),
    signature: output.signature ? 'eds' : 'hand',
    sha256: output.file.sha256,
    ...(proof && { proof }),
    ...replacing(earlier?.at(-1)),
    ...(withdrawn && { withdrawn: sayWithdrawn(withdrawn, issuer) }),
  };
}

export const titleOfOutput = (kind: OutputKind, { output }: ServiceCard): Bilingual => {
  if (kind === 'refusal') return refusalTitle;
  return (kind === 'interim' ? output.interim?.title : undefined) ?? output.title;
};

/** A complaint may be upheld by the body above; everything else is withdrawn by the office that issued it. */
const sayWithdrawn = ({ at, ground }: Withdrawn, office: Bilingual) => ({
  ...{ at, ground: withdrawalWords[ground] },
  ...(ground !== 'complaint' && { office }),
});

const replacing = (last: NonNullable<Issuing['earlier']>[number] | undefined) =>
  last?.withdrawn ? { replaces: last.output.number } : {};

/** What the register says of the documents that were withdrawn, and of the one that took the place of each once it is signed. */
export const withdrawnDocuments = (request: Issuing, service: ServiceCard): IssuedDocument[] =>
  (request.earlier ?? []).flatMap(({ output, withdrawn }, index, all) => {
    if (!withdrawn) return [];
    const next = all[index + 1]?.output ?? request.output;
    return [
      {
        ...issuedDocument({ ...request, output, withdrawn, earlier: all.slice(0, index) }, service),
        ...(next && signedOf(next) && { replacedBy: next.number }),
      },
    ];
  });
