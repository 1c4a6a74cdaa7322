import { expect, it } from '@jest/globals';
import { changeRequest } from '../../../../lib/domain/request/change.ts';
import { knowRequests } from '../../../../lib/domain/request/known.ts';
import type { Request } from '../../../../lib/domain/request/request.ts';
import { draft } from './example.ts';
import { memoryRequests } from './memory-requests.ts';

const noted = (note: string) => (request: Request) => ({ ...request, office: note });

function scene() {
  const stored = memoryRequests(draft());
  let reads = 0;
  const counted = {
    ...stored,
    find: (id: string) => {
      reads += 1;
      return stored.find(id);
    },
  };
  return { stored, requests: knowRequests(counted), reads: () => reads };
}

it('what a run has read or written it does not read again', async () => {
  const { stored, requests, reads } = scene();
  await requests.find(draft().id);
  await changeRequest(requests, draft().id, noted('one'));
  await changeRequest(requests, draft().id, noted('two'));
  expect((await requests.find(draft().id))?.office).toBe('two');
  expect(reads()).toBe(1);
  expect(await stored.find(draft().id)).toMatchObject({ office: 'two', version: draft().version + 2 });
});

it('what somebody else wrote meanwhile is read anew, and nothing of theirs is lost', async () => {
  const { stored, requests, reads } = scene();
  await requests.find(draft().id);
  await changeRequest(stored, draft().id, (request) => ({ ...request, createdAt: '2026-01-01T00:00:00.000Z' }));
  await changeRequest(requests, draft().id, noted('one'));
  expect(reads()).toBe(2);
  expect(await stored.find(draft().id)).toMatchObject({ office: 'one', createdAt: '2026-01-01T00:00:00.000Z' });
});

it('a request that is unknown is asked for each time', async () => {
  const { requests, reads } = scene();
  expect(await requests.find('none')).toBeUndefined();
  expect(await requests.find('none')).toBeUndefined();
  expect(reads()).toBe(2);
});
