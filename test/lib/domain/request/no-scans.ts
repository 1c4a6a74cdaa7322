import type { Attachments } from '../../../../lib/adapters/s3/attachments.ts';

/** A bucket to which nothing was uploaded. */
export const noScans: Pick<Attachments, 'describe' | 'readEdges'> = {
  describe: async () => undefined,
  readEdges: async () => {
    throw new Error('nothing was uploaded');
  },
};
