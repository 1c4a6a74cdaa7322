import type { Answered } from '../../../lib/adapters/http/serve.ts';

/** The description as this very platform serves it: at its own address. */
export const showOpenapi = (description: object, publicUrl: string): Answered => ({
  body: { ...description, servers: [{ url: publicUrl }] },
});
