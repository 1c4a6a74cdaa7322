import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { ReceiptDocument } from '../../../lib/domain/output/receipt.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/receipt',
  tag: 'Requests',
  summary: 'Get the receipt (талон, расписка): its lines, and a short-lived address of the PDF',
  description:
    'A PDF in both languages: number, date and time of receipt, service, office, who took the papers, what was attached, ' +
    'and the term. Of a request that has its number.',
  params: z.object({ id: RequestId }),
  answer: z.object({
    number: z.string(),
    sha256: z.string().meta({ description: 'Of the document, hexadecimal' }),
    document: Link,
    receipt: ReceiptDocument.meta({ description: 'What the PDF says, for a page that prints it at once' }),
  }),
  success: 200,
  refusals: ['request/unknown', 'receipt/not-ready'],
  examples: [{ summary: 'The receipt of an application', answers: 200 }],
});
