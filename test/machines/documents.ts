import type { Documents } from '../../lib/adapters/s3/documents.ts';

/** The documents bucket in memory; reading a missing document fails. */
export function openDocuments() {
  const kept = new Map<string, Uint8Array>();
  return {
    has: async (key: string) => kept.has(key),
    link: async (key: string) => `memory:${key}`,
    write: async (key: string, body: Uint8Array | string) => {
      kept.set(key, typeof body === 'string' ? Buffer.from(body) : body);
      return { $metadata: {} };
    },
    read: async (key: string) => {
      const bytes = kept.get(key);
      if (!bytes) throw new Error(`there is no document ${key}`);
      return bytes;
    },
  } satisfies Pick<Documents, 'has' | 'link' | 'read' | 'write'>;
}
