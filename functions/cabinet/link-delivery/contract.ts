import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { ReceiptDocument } from '../../../lib/domain/output/receipt.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/delivery',
  tag: 'Requests',
  summary: 'Get «Расписка о выдаче»: a short-lived address of the PDF',
  description:
    'Where the decree has it (Akmola: targeted assistance, and certificates for the unemployed on paper): who got which document, by which ' +
    'document of theirs, when and from whom. It is printed and signed by hand at the counter, after the result was handed over.',
  params: z.object({ id: RequestId }),
  answer: z.object({
    number: z.string(),
    sha256: z.string(),
    document: Link,
    receipt: ReceiptDocument.meta({ description: 'What the PDF says, for a page that prints it at once' }),
  }),
  success: 200,
  refusals: ['request/unknown', 'receipt/not-ready', 'receipt/none'],
  examples: [{ summary: 'A service whose decree has no such paper', answers: 409 }],
});
