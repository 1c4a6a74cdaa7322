import type { Answered } from '../../../lib/adapters/http/serve.ts';

/** The description with this platform's own address. */
export const showOpenapi = (description: object, publicUrl: string): Answered => ({
  body: { ...description, servers: [{ url: publicUrl }] },
});
