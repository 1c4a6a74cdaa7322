import * as z from 'zod';
import { officeNamed, type ServiceCard } from '../regulation/card.ts';
import { OutputKind, signedOf, type Output } from './output.ts';
import { SignerRole } from './document.ts';
import { signedPost } from './signed-post.ts';
import { initialsOf } from './initials.ts';

const Words = z.object({ kk: z.string(), ru: z.string() });

/** What an output answers, or the answer to a complaint. */
export const IssuedKind = z.enum([...OutputKind.options, 'reply']);
export type IssuedKind = z.infer<typeof IssuedKind>;

/** What anyone may know about an issued document: no personal data but initials. */
export const IssuedDocument = z.object({
  number: z.string(),
  status: z.enum(['genuine', 'withdrawn']),
  kind: IssuedKind,
  service: Words,
  office: Words,
  issuedAt: z.iso.datetime(),
  initials: z.string(),
  signerRole: SignerRole,
  /** Their post in words; absent in what was issued before it was kept. */
  signerPosition: Words.optional(),
  signature: z.enum(['eds', 'hand']).default('eds'),
  sha256: z.string(),
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

/** The part of a request that the register needs. `office` is its code. */
export interface Issuing {
  readonly id: string;
  readonly office: string;
  readonly applicant: { readonly fullName: string };
  readonly output?: Output | undefined;
}

/** The signed output of a request (by EDS or by hand) as the public register shows it. Throws if it is not signed. */
export function issuedDocument({ id, output, office, applicant }: Issuing, service: ServiceCard): IssuedDocument {
  const signed = signedOf(output);
  if (!output?.file || !signed) throw new Error(`request ${id} has no signed output`);
  const named = officeNamed(service, office);
  return {
    number: output.number,
    status: 'genuine',
    kind: output.kind,
    service: service.title,
    office: typeof named === 'string' ? { kk: named, ru: named } : named,
    issuedAt: signed.at,
    initials: initialsOf(applicant.fullName),
    signerRole: signed.by.position,
    signerPosition: signedPost(output),
    signature: output.signature ? 'eds' : 'hand',
    sha256: output.file.sha256,
  };
}
