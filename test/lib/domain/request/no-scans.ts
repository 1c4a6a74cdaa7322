import type { Attachments } from '../../../../lib/adapters/s3/attachments.ts';
import type { AskScanner } from '../../../../lib/adapters/s3/scanner.ts';

const nothing = async () => {
  throw new Error('nothing was uploaded');
};

/** A bucket to which nothing was uploaded, and no scanner. */
export const noScans: {
  readonly attachments: Pick<Attachments, 'describe' | 'read'>;
  readonly askScanner: AskScanner;
} = {
  attachments: { describe: async () => undefined, read: nothing },
  askScanner: nothing,
};
