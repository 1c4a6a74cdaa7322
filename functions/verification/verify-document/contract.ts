import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { SignerRole } from '../../../lib/domain/output/document.ts';
import { IssuedKind } from '../../../lib/domain/output/issued-document.ts';

const Words = z.object({ kk: z.string(), ru: z.string() });

export const contract = endpoint({
  route: 'GET /documents/{number}',
  tag: 'Documents',
  summary: 'Ask whether a document is genuine',
  description:
    'Open to everybody; a browser (`Accept: text/html`) gets a page. Compare the SHA-256 with that of the file at ' +
    'hand. No personal data beyond initials.',
  params: z.object({ number: z.string().min(1).max(80) }),
  headers: z.object({ accept: z.string().max(2048).optional() }),
  answer: z
    .object({
      number: z.string(),
      status: z.enum(['genuine', 'withdrawn']),
      kind: IssuedKind,
      service: Words,
      office: Words,
      issuedAt: z.string().meta({ format: 'date-time' }),
      initials: z.string(),
      signerRole: SignerRole,
      signerPosition: Words.optional().meta({ description: 'The post in words, as the document has it' }),
      signature: z.enum(['eds', 'hand']).meta({ description: 'By hand where the service is not automated' }),
      sha256: z.string(),
    })
    .meta({ id: 'IssuedDocument' }),
  success: 200,
  refusals: ['document/unknown'],
  examples: [{ summary: 'A document that was issued', answers: 200 }],
});
