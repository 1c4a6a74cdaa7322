import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'POST /sessions/challenges',
  tag: 'Identity',
  again: 'new',
  summary: 'Ask for a text to sign in by EDS',
  description:
    'Sign the bytes of `content` as they are (CMS, attached or detached) with a certificate for authentication ' +
    'and send the signature to `POST /sessions/eds`. A challenge can be used once, within five minutes.',
  body: z.strictObject({}),
  answer: z.strictObject({
    challenge: z.string(),
    /** The bytes to sign. */
    content: z.base64(),
    expiresAt: z.iso.datetime(),
  }),
  success: 201,
  refusals: [],
  examples: [{ summary: 'A fresh challenge', body: {}, answers: 201 }],
});
