import { expect, it } from '@jest/globals';
import { checkScans } from '../../../../functions/submission/submit-request/check-scans.ts';
import type { DraftRequest } from '../../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import { draft } from '../../../lib/domain/request/example.ts';

const scan = Buffer.alloc(3000, 7);
scan.write('%PDF-1.4\n');
const sha256 = sha256Hex(scan);
const attachment = (id: string, more: object = {}): DraftRequest['attachments'][number] => ({
  ...{ id, name: 'scan.pdf', type: 'application/pdf', size: scan.length, sha256, addedAt: '2026-11-28T00:00:00.000Z' },
  ...more,
});

/** A bucket that holds the scan under every id that begins with `there`, and remembers what was read. */
function openStore(stored: { size: number; sha256: string | undefined } = { size: scan.length, sha256 }) {
  const read: string[] = [];
  return {
    read,
    describe: async (_: string, id: string) => (id.startsWith('there') ? stored : undefined),
    readEdges: async (_: string, id: string) => {
      read.push(id);
      return { head: scan.subarray(0, 1024), tail: scan.subarray(-1024) };
    },
  };
}
const check = async (attachments: DraftRequest['attachments'], store = openStore()) => ({
  said: (await checkScans({ ...draft(), attachments }, store)).map(({ field, rule }) => `${field} ${rule}`),
  read: store.read,
});

it('finds right what the store says is there as it was declared', async () => {
  const twenty = Array.from({ length: 20 }, (_, i) => attachment(`there-${i}`));
  expect(await check(twenty)).toEqual({ said: [], read: twenty.map(({ id }) => id) });
});

it('names what is not there, and each scan that is otherwise than declared', async () => {
  expect(
    await check([attachment('gone'), attachment('there-1', { type: 'image/png' }), attachment('there-2')]),
  ).toEqual({
    said: ['/attachments/gone uploaded', '/attachments/there-1 type'],
    read: ['there-1', 'there-2'],
  });
});

it.each([
  ['size', { size: scan.length + 1, sha256 }],
  ['sha256', { size: scan.length, sha256: '0'.repeat(64) }],
  ['sha256', { size: scan.length, sha256: undefined }],
] as const)('refuses another %s by what the store says, and reads nothing: %j', async (rule, stored) => {
  expect(await check([attachment('there')], openStore(stored))).toEqual({
    said: [`/attachments/there ${rule}`],
    read: [],
  });
});
