import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { OutputKind } from '../../../lib/domain/output/output.ts';

export const contract = endpoint({
  route: 'GET /work/{id}/output',
  tag: 'Work',
  summary: 'Get the output document that waits for the officer’s signature',
  description:
    'Claim the signature first: the PDF then names whoever has claimed it, with their post. Read it, then sign its bytes as a detached CMS.',
  params: z.object({ id: RequestId }),
  answer: z.object({
    kind: OutputKind,
    number: z.string(),
    sha256: z.string(),
    document: Link,
  }),
  success: 200,
  refusals: [
    'work/unknown',
    'work/own-request',
    'work/not-claimed',
    'work/no-mandate',
    'output/not-ready',
    'service/unknown',
    'request/changed-meanwhile',
  ],
  examples: [{ summary: 'The certificate before it is signed', answers: 200 }],
});
