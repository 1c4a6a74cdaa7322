import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { SignerRole } from '../../../lib/domain/output/document.ts';
import { ProofView } from '../../../lib/adapters/http/views/timestamp-view.ts';
import { IssuedKind } from '../../../lib/domain/output/issued-document.ts';

const Words = z.object({ kk: z.string(), ru: z.string() });

export const contract = endpoint({
  route: 'GET /documents/{number}',
  tag: 'Documents',
  summary: 'Ask whether a document is genuine',
  description:
    'Open to everybody; a browser (`Accept: text/html`) gets a page. Compare the SHA-256 with that of the file at ' +
    'hand. No personal data beyond initials; an organisation is named.',
  params: z.object({ number: z.string().min(1).max(80) }),
  headers: z.object({ accept: z.string().max(2048).optional() }),
  answer: z
    .object({
      number: z.string(),
      status: z.enum(['genuine', 'withdrawn']),
      kind: IssuedKind,
      title: Words.optional().meta({ description: 'As the document has it' }),
      service: Words,
      office: Words,
      issuedAt: z.string().meta({ format: 'date-time' }),
      initials: z.string(),
      organisation: z.object({ name: z.string(), bin: z.string() }).optional().meta({
        description: 'The organisation that it is for; the initials are those of whoever applied in its name',
      }),
      signerRole: SignerRole,
      signerPosition: Words.optional().meta({ description: 'The post in words, as the document has it' }),
      signature: z.enum(['eds', 'hand']).meta({ description: 'By hand where the service is not automated' }),
      sha256: z.string(),
      proof: ProofView.optional().meta({
        description: 'Until when its signature can be proved; absent while it has no timestamp, and by hand',
      }),
      withdrawn: z
        .object({ at: z.string().meta({ format: 'date-time' }), ground: Words, office: Words.optional() })
        .optional()
        .meta({
          description:
            'Since when it is valid no more, why, and by which office; without `office` by whoever upheld a complaint',
        }),
      replacedBy: z.string().optional().meta({ description: 'Number of the document that took its place' }),
      replaces: z.string().optional().meta({ description: 'Number of the withdrawn document whose place it took' }),
    })
    .meta({ id: 'IssuedDocument' }),
  success: 200,
  refusals: ['document/unknown'],
  examples: [{ summary: 'A document that was issued', answers: 200 }],
});
