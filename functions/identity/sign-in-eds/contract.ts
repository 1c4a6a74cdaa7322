import * as z from 'zod';
import { Cms } from '../../../lib/adapters/trust/cms.ts';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ActAs, Grant } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'POST /sessions/eds',
  tag: 'Identity',
  again: 'told',
  summary: 'Sign in by EDS',
  description:
    'Takes the signature of a challenge of `POST /sessions/challenges`, made with a certificate for authentication. ' +
    'The account is that of the IIN in the certificate. Each attempt uses the challenge up, also a failed one. ' +
    'The first time, the EDS takes the account over: its password and all its sessions end (set a password by ' +
    '`PUT /account/password`), and the name becomes that of the certificate. If the account was registered without ' +
    'proof, only what was signed by an EDS of this IIN can be seen; drafts and contacts cannot.',
  body: z.strictObject({
    challenge: z.string().max(64),
    cms: Cms.describe("CMS SignedData over the challenge's content, attached or detached, in base64 or PEM"),
    as: ActAs.optional().describe("As in `POST /sessions`: an employee's own cabinet"),
  }),
  answer: Grant,
  success: 201,
  refusals: ['session/challenge', 'eds/failed', 'eds/authority', 'eds/indeterminate', 'session/no-account'],
  examples: [
    { summary: 'An unknown challenge', body: { challenge: '01JD5T1V7Z8Q4K2N6M3P9R0S5T', cms: 'MAA=' }, answers: 401 },
  ],
});
