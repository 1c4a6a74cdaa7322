import type { IssuedDocuments } from '../../../lib/adapters/dynamo/issued-documents.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { logEvent } from '../../../lib/adapters/log.ts';
import { readDocumentNumber } from '../../../lib/domain/output/number.ts';
import { renderVerificationPage, verificationPagePolicy } from '../../../lib/domain/output/verification-page.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

export async function verifyDocument(
  { params, headers }: Asked<typeof contract>,
  { documents }: { readonly documents: Pick<IssuedDocuments, 'find'> },
): Promise<Answered | Refusal> {
  const number = readDocumentNumber(params.number);
  const document = number === undefined ? undefined : await documents.find(number);
  // Without the number: it may be that of a document which is not known yet.
  if (!document) logEvent('document-unknown');
  if (!headers.accept?.includes('text/html')) return document ? { body: document } : refuse('document/unknown');
  const page = renderVerificationPage(document ?? { status: 'unknown', number: params.number });
  return {
    status: document ? 200 : 404,
    text: page,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': verificationPagePolicy,
    },
  };
}
