import { sha256Hex } from '../../domain/digest/sha256.ts';
import type { Account } from '../../domain/identity/account.ts';
import type { Bilingual } from '../../domain/language/bilingual.ts';
import { nextAppeal } from '../../domain/output/appeal.ts';
import type { Signer } from '../../domain/output/document.ts';
import type { OutputFile } from '../../domain/output/output.ts';
import { composeReply } from '../../domain/output/reply.ts';
import { akimatPost } from '../../domain/output/wording.ts';
import { akimatCode, akimatName } from '../../domain/regulation/akimat.ts';
import type { ServiceCard } from '../../domain/regulation/card.ts';
import { placeName } from '../../domain/regulation/places.ts';
import type { ComplaintDraft, OpenComplaint } from '../../domain/request/complaint/complaint.ts';
import type { SubmittedRequest } from '../../domain/request/request.ts';
import { inBoth, signerOf } from './signer-of.ts';
import type { OutputNeeds } from './write-output.ts';

/** The place of a signer as the letterhead has it; only an akimat has a Kazakh name. */
export const placeNamed = (place: string, { region }: Pick<ServiceCard, 'region'>): string | Bilingual =>
  place === akimatCode(region) ? akimatName(region) : placeName(place);

/** The head of the office signs as on its documents; somebody of the akimat has their own post. */
function signerAt(place: string, account: Account, service: ServiceCard): Signer {
  if (place !== akimatCode(service.region)) return signerOf(account, service);
  return { ...signerOf(account, service), position: account.position ?? akimatPost };
}

/** Makes the answer to a complaint, in the name of whoever has written it, and stores it; the bytes follow from what is given. */
export async function writeReply(
  request: SubmittedRequest,
  complaint: OpenComplaint,
  draft: Omit<ComplaintDraft, 'file'>,
  signer: Account,
  service: ServiceCard,
  { documents, renderOutput, publicUrl }: Pick<OutputNeeds, 'documents' | 'renderOutput' | 'publicUrl'>,
): Promise<OutputFile> {
  const place = signer.office ?? request.office;
  const by = signerAt(place, signer, service);
  const document = composeReply(
    service,
    { ...request, number: 'number' in request ? request.number : undefined, complaint, ...pick(draft) },
    {
      number: draft.number,
      issuedAt: draft.formedAt,
      office: placeNamed(place, service),
      publicUrl,
      signer: by,
      appeal: draft.outcome === 'dismissed' ? nextAppeal(service, complaint.level, draft.formedAt.slice(0, 10)) : [],
    },
  );
  const bytes = await renderOutput(document);
  const sha256 = sha256Hex(bytes);
  const key = `requests/${request.id}/complaints/${complaint.id}/${draft.number}-${sha256.slice(0, 16)}.pdf`;
  if (!(await documents.has(key))) await documents.write(key, bytes, 'application/pdf');
  return { key, sha256, size: bytes.length, signer: signer.id, post: inBoth(by.position) };
}

const pick = ({ outcome, text }: Pick<ComplaintDraft, 'outcome' | 'text'>) => ({ outcome, text });
