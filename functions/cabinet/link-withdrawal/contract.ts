import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { ReceiptDocument } from '../../../lib/domain/output/receipt.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/withdrawal',
  tag: 'Requests',
  summary: 'Get the paper that says that a request was withdrawn: its lines, and a short-lived address of the PDF',
  description:
    'Of a request that its applicant took back before the decision, or of a child taken out of a queue by their word: when, by ' +
    'which words, and the digest of the signature under them.',
  params: z.object({ id: RequestId }),
  answer: z.object({
    number: z.string().meta({ description: 'Of the request; its identifier if it had no number yet' }),
    sha256: z.string().meta({ description: 'Of the document, hexadecimal' }),
    document: Link,
    receipt: ReceiptDocument.meta({ description: 'What the PDF says, for a page that prints it at once' }),
  }),
  success: 200,
  refusals: ['request/unknown', 'withdrawal/none'],
  examples: [{ summary: 'Of a request that was taken back', answers: 200 }],
});
