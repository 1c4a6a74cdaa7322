import { expect, it } from '@jest/globals';
import { judgeScans } from '../../../../lib/adapters/s3/judge-scans.ts';
import { openScanner } from '../../../../lib/adapters/s3/scanner.ts';
import { isRefusal } from '../../../../lib/domain/problem/problem.ts';
import type { DraftRequest } from '../../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../../lib/domain/digest/sha256.ts';
import { draft } from '../../domain/request/example.ts';
import { memoryRequests } from '../../domain/request/memory-requests.ts';

const scan = Buffer.alloc(3000, ' ');
scan.write('%PDF-1.4\n');
scan.write('%%EOF', 2900);
const sha256 = sha256Hex(scan);
type Attachment = DraftRequest['attachments'][number];
const attachment = (id: string, more: object = {}): Attachment => ({
  ...{ id, name: 'scan.pdf', type: 'application/pdf', size: scan.length, sha256, addedAt: '2026-11-28T00:00:00.000Z' },
  ...more,
});

/** A bucket that has the scan under every id that begins with `there`, and remembers which objects were read. */
function openStore(stored: object = {}) {
  const looked = new Set<string>();
  return {
    looked,
    describe: async (_: string, id: string) =>
      id.startsWith('there') ? { ...{ size: scan.length, sha256, version: 'v1' }, ...stored } : undefined,
    read: async (_: string, id: string, first: number, last: number) => {
      looked.add(id);
      return scan.subarray(first, last + 1);
    },
  };
}

/** Judges the draft's scans as they are kept. */
async function judge(requests: ReturnType<typeof memoryRequests>, store = openStore(), said?: string) {
  const request = (await requests.find(draft().id)) as DraftRequest;
  const refused = await judgeScans(request, {
    ...{ requests, attachments: store },
    askScanner: openScanner(said === undefined ? 'off' : 'guardduty', {
      readScanResult: async () => said || undefined,
    }),
  });
  return {
    said: isRefusal(refused) ? refused.errors?.map(({ field, rule }) => `${field} ${rule}`) : [],
    words: refused?.inWords?.ru,
    looked: [...store.looked],
  };
}
const draftWith = (...attachments: readonly Attachment[]) =>
  memoryRequests({ ...draft(), attachments: [...attachments] });

it('accepts scans that S3 reports as declared', async () => {
  const twenty = Array.from({ length: 20 }, (_, i) => attachment(`there-${i}`));
  expect(await judge(draftWith(...twenty))).toEqual({ said: [], looked: twenty.map(({ id }) => id) });
});

it('names missing scans, and each scan that differs from its declaration, also in words', async () => {
  const png = attachment('there-1', { type: 'image/png', name: 'паспорт.png' });
  expect(await judge(draftWith(attachment('gone'), png, attachment('there-2')))).toEqual({
    said: ['/attachments/gone uploaded', '/attachments/there-1 type'],
    words:
      'scan.pdf: Файл не загружен: загрузите его ещё раз. ' +
      'паспорт.png: Файл другого вида: нужен PDF, JPEG, PNG или TIFF.',
    looked: ['there-1', 'there-2'],
  });
});

it('names twenty bad scans to programs and five to people', async () => {
  const all = Array.from({ length: 20 }, (_, i) => attachment(`gone-${i}`, { name: 'я'.repeat(200) }));
  const { said, words = '' } = await judge(draftWith(...all));
  expect(said).toHaveLength(20);
  expect(words.length).toBeLessThan(5 * 130);
});

it.each([
  ['size', { size: scan.length + 1 }],
  ['sha256', { sha256: '0'.repeat(64) }],
  ['sha256', { sha256: undefined }],
] as const)('refuses another %s by what S3 reports, and reads no content: %j', async (rule, stored) => {
  expect(await judge(draftWith(attachment('there')), openStore(stored))).toMatchObject({
    said: [`/attachments/there ${rule}`],
    looked: [],
  });
});

it('reads each version of an object once, good or bad', async () => {
  const requests = draftWith(attachment('there-good'), attachment('there-bad', { type: 'image/png' }));
  const bad = ['/attachments/there-bad type'];
  expect(await judge(requests)).toMatchObject({ said: bad, looked: ['there-good', 'there-bad'] });
  expect((await requests.find(draft().id))?.attachments.map(({ judged }) => judged)).toEqual([
    { version: 'v1' },
    { version: 'v1', fault: 'type' },
  ]);
  expect(await judge(requests)).toMatchObject({ said: bad, looked: [] });
  expect(await judge(requests, openStore({ version: 'v2' }))).toMatchObject({ looked: ['there-good', 'there-bad'] });
});

it.each([
  ['NO_THREATS_FOUND', [], ['there']],
  ['THREATS_FOUND', ['/attachments/there malware'], []],
  ['UNSUPPORTED', ['/attachments/there malware'], []],
  ['', ['/attachments/there being-scanned'], []],
])('asks the scanner first if there is one: %j', async (result, said, looked) => {
  expect(await judge(draftWith(attachment('there')), openStore(), result)).toMatchObject({ said, looked });
});

it('asks again about scans that the scanner has not checked yet, and does not start with an unknown scanner', async () => {
  const requests = draftWith(attachment('there'));
  await judge(requests, openStore(), '');
  expect(await judge(requests, openStore(), 'NO_THREATS_FOUND')).toMatchObject({ said: [] });
  expect(() => openScanner('toString', { readScanResult: async () => undefined })).toThrow('no scanner');
});
