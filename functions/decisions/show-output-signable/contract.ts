import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { OutputKind } from '../../../lib/domain/output/output.ts';

export const contract = endpoint({
  route: 'GET /work/{id}/output',
  tag: 'Work',
  summary: 'Get the output document that waits for the officer’s signature',
  description: 'Read it, then sign the bytes of the PDF as a detached CMS.',
  params: z.object({ id: RequestId }),
  answer: z.object({
    kind: OutputKind,
    number: z.string(),
    sha256: z.string(),
    document: Link,
  }),
  success: 200,
  refusals: ['work/unknown', 'output/not-ready'],
  examples: [{ summary: 'The certificate before it is signed', answers: 200 }],
});
