import type { Answered } from '../../../lib/adapters/http/serve.ts';

/** One page for everybody. It runs no scripts and loads nothing from other origins. */
export const showDocs = (page: string): Answered => ({
  text: page,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  },
});
